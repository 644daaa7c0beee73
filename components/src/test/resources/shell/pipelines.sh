# Pipelines, background commands and command substitution.
echo one two three | wc -w
for i in c a b; do echo $i; done | while read x; do echo "<$x>"; done
echo a | cat | cat | cat
true | false; echo $?; false | true; echo $?
! true | true; echo $?
x=$(echo sub; echo lines); echo $x; echo "$x"
y=$(false); echo $?; z=$(exit 7); echo $?
echo $(echo $(echo $(echo deep)))
echo started & wait; echo done
(sleep 0; exit 5) & p=$!; wait $p; echo $?
v=1; echo x | v=2; echo $v
echo y | { read v; echo got $v; }; echo $v
i=0; while [ $i -lt 2000 ]; do echo "a line that fills the pipe $i"; i=$((i + 1)); done | head -n 2
a=$(i=0; while [ $i -lt 300 ]; do echo "0123456789012345678901234567890123456789"; i=$((i + 1)); done); echo ${#a}
sh -c 'echo "$0 $1 $2"; exit 9' name one two; echo $?
sh -c 'kill -9 $$' 2>/dev/null; echo $?
sh -c 'kill -TERM $$' 2>/dev/null; echo $?
nosuchcommand 2>/dev/null; echo $?
echo 'echo from stdin $1; echo second' | sh
cat <<E | sh -s argument
echo script \$1
E
wait 999999; echo $?
echo $(cat <<E
inside
E
)
f() { cat; }; echo through | f
echo 'echo a file $1' >script; sh script arg; . ./script; rm script
for i in 1 2 3; do echo $i & wait; done
a=$(echo '$(not run)' "`echo run`"); echo "$a"
echo a; (echo b; (echo c)); { echo d; } | cat
