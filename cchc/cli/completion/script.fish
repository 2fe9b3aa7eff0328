# Completion of cchc for fish: cchc completion fish | source
function __cchc_complete
    set -l begun (commandline -ct)
    set -l before (commandline -opc)
    set -l found (command cchc __complete fish ":$begun" $before[2..-1] 2>/dev/null)
    if test "$found[1]" = /
        __fish_complete_path "$begun"
    else
        printf '%s\n' $found
    end
end
complete -c cchc -f -k -a '(__cchc_complete)'
