# How a shell ends.
sh -c 'exit 300'; echo $?
sh -c 'false; exit'; echo $?
sh -c 'set -e; false; echo not reached'; echo $?
sh -c 'set -e; if false; then :; fi; false || true; ! true; echo reached; (exit 3); echo not reached'; echo $?
sh -c 'set -e; f() { false; echo in f; }; f || echo tested; f; echo not reached'; echo $?
sh -c 'echo a; if; echo b' 2>/dev/null; echo $?
sh -c 'echo "unterminated' 2>/dev/null; echo $?
sh -c 'echo ok
echo )' 2>/dev/null; echo $?
sh -c 'echo ${u?}; echo not reached' 2>/dev/null; echo $?
sh -c 'echo $((1 / 0)); echo not reached' 2>/dev/null; echo $?
sh -c '. ./nosuch; echo not reached' 2>/dev/null; echo $?
sh -c 'shift 3; echo not reached' 2>/dev/null; echo $?
sh nosuchscript 2>/dev/null; echo $?
sh -c 'cd nosuchdir' 2>/dev/null; echo $?
sh -c 'exec nosuchprogram; echo not reached' 2>/dev/null; echo $?
sh -c 'exec echo replaced; echo not reached'; echo $?
sh -c ''; echo $?
sh -c '# only a comment'; echo $?
sh -c '(exit 4) | (exit 6)'; echo $?
sh -c 'exit 2 | exit 0'; echo $?
sh -c 'return 3; echo after'; echo $?
sh -c 'break; echo after break'; echo $?
