# Parameters and their operators.
unset u; e=; v=value
echo "${u-unset}" "${u:-unset or empty}" "${e-unset}" "${e:-empty}" "${v:-other}"
echo "${u+set}" "${e+set}" "${e:+set}" "${v+set}"
echo "${w:=assigned}" $w
echo ${#v} ${#e} ${#}
set -- one 'two three' four
echo $# "$1" "$2" "$3" "${4-none}"
for i in "$@"; do echo "[$i]"; done
for i in $@; do echo "($i)"; done
for i in "$*"; do echo "<$i>"; done
for i; do echo "{$i}"; done
IFS=:; echo "$*"; echo $*; unset IFS
shift; echo $# $1
shift 2; echo $#
for i in "$@"; do echo never; done
p=/usr/lib/file.tar.gz
echo ${p%.*} ${p%%.*} ${p#*/} ${p##*/} ${p%/*} "${p%nothing}"
x='a*b'; echo "${x%'*'b}" "${x#a}"
echo ${u:-two words} "${u:-two  spaces}" ${u:-"quoted  spaces"}
echo ${u:-$v} ${u:-$(echo command)} ${u:-${v}}
echo $?; false; echo $? $?
n=name; echo "$n"text ${n}text $n.text
(echo ${missing?gone}; echo not reached) 2>/dev/null; echo $?
(set -u; echo $nothere; echo not reached) 2>/dev/null; echo $?
