#compdef cchc
# Completion of cchc for zsh: source <(cchc completion zsh), or a file _cchc in a folder of $fpath
_cchc() {
    local line word about
    local -a described
    while IFS= read -r line; do
        if [[ $line == / ]]; then
            _files
            return
        fi
        word=${line%%$'\t'*}
        about=
        [[ $line == *$'\t'* ]] && about=${line#*$'\t'}
        described+=("${${word//\\/\\\\}//:/\\:}${about:+:$about}")
    done < <(command cchc __complete zsh ":${(Q)PREFIX}" "${(@Q)words[2,CURRENT-1]}" 2>/dev/null)
    (( $#described )) && _describe -V cchc described
}
if [[ ${funcstack[1]-} == _cchc ]]; then
    _cchc "$@"
else
    compdef _cchc cchc
fi
