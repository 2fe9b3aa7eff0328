# Completion of cchc for bash: source <(cchc completion bash)
_cchc() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        COMPREPLY+=("$line")
    done < <(command cchc __complete bash "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    if [[ ${COMPREPLY[0]-} == / ]]; then
        COMPREPLY=() # files fit: bash offers them itself
    else
        compopt +o default +o bashdefault 2>/dev/null
    fi
    return 0
}
complete -o bashdefault -o default -F _cchc cchc
