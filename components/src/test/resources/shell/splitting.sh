# Field splitting.
show() { for f; do echo -n "[$f]"; done; echo; }
x='  a   b  c '; show $x; show "$x"
IFS=:; y=a:b::c:; show $y; show "$y"
y=:a; show $y
IFS=' :'; z='a : b:c  d :'; show $z
IFS=; show $z; unset IFS
show x$x'y'
show $(echo one two; echo three)
show "$(echo one two; echo three)"
v='*'; show "$v"
a='1 2' b='3 4'; show $a$b "$a"$b
IFS=,; line=1,2,,3; show $line; set -- $line; show "$@"; show "$*"
