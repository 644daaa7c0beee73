# Variables, the environment and built-ins.
a=1 b=2; echo $a$b
a=3 sh -c 'echo "env $a"'; echo $a
export a; sh -c 'echo "exported $a"'
c=not; sh -c 'echo "c is ${c-unset}"'
unset a; echo "${a-gone}"
export d=later; sh -c 'echo $d'
readonly r=1; (r=2) 2>/dev/null; echo $? $r
read x y <<E
first second third
E
echo "$x|$y"
read -r x <<'E'
back\slash
E
echo "$x"
echo 'a\\tb' | { read q; echo "$q"; }
IFS=: read p q <<E
one:two:three
E
echo "$p $q"
IFS=: read p q <<E
one:two:
E
echo "$p $q"
read only <<E
   trimmed line   
E
echo "[$only]"
read x </dev/null; echo $?
i=5; i=$((i * 2 + 3 % 2)); echo $i
echo $((1 + 2 * 3)) $(( (1 + 2) * 3 )) $((10 / 3)) $((10 % 3)) $((-3 + 1)) $((1 << 4)) $((0x10)) $((010))
echo $((1 < 2)) $((2 <= 1)) $((1 == 1 && 0)) $((0 || 2)) $((!3)) $((~0)) $((5 & 3)) $((5 | 3)) $((5 ^ 3))
echo $((i = 4)) $i $((i += 2)) $i $((i ? 7 : 8)) $((unsetvar + 1))
[ a = a ]; echo $?; [ a = b ]; echo $?; [ -n "" ]; echo $?; [ -z "" ]; echo $?
[ 3 -gt 2 -a 2 -gt 1 ]; echo $?; [ 1 -gt 2 -o 2 -gt 1 ]; echo $?; [ ! a = b ]; echo $?
test; echo $?; test x; echo $?; test -d .; echo $?; test -f nofile; echo $?; [ '(' a = a ')' ]; echo $?
[ a = ] 2>/dev/null; echo $?; [ 2>/dev/null; echo $?; [ x -eq 1 ] 2>/dev/null; echo $?
[ -e /dev/null ]; echo $?; [ -c /dev/null ]; echo $?; [ ! -e nofile ]; echo $?; [ ! x ]; echo $?; [ ! ]; echo $?
umask 022; umask
set -- -a b; echo "$1" $#; set a b c; echo $3; set --; echo $#
eval 'v=evaluated; echo $v'
(. ./nosuch) 2>/dev/null || echo failed
echo -n no; echo ' newline' "a\tb\\\\c\0101" 'stop\chere' ; echo
