# Compound commands.
if true; then echo yes; else echo no; fi
if false; then echo yes; elif true; then echo elif; else echo no; fi
if false; then echo never; fi; echo $?
i=0; while [ $i -lt 3 ]; do echo $i; i=$((i + 1)); done
until [ $i -eq 0 ]; do i=$((i - 1)); done; echo $i
for w in a b c; do
    case $w in
    a) echo first ;;
    [b-c]) echo "later $w" ;;
    esac
done
for o in 1 2 3; do
    for p in 1 2 3; do
        [ $p = 2 ] && continue 2
        [ $o = 3 ] && break 2
        echo $o$p
    done
done
case hello.txt in *.c) echo c ;; *.txt | *.md) echo text ;; *) echo other ;; esac
case x in y) ;; esac; echo $?
case "a*" in a\*) echo star ;; esac
true && echo and; false && echo never; false || echo or; true || echo never
! true; echo $?; ! false; echo $?
{ echo group; false; }; echo $?
(exit 3); echo $?
x=outer; (x=inner; echo $x); echo $x
f() { echo "f $1 $#"; return 4; }
f a b; echo $?
g() { for i in 1 2 3; do [ $i = 2 ] && return; echo g$i; done; }
g; echo $?
true; echo a; false
echo $?; while false; do :; done; echo $?
h() { echo before; eval 'echo "eval $1"'; set -- new; echo $1; }
h old; set -- kept; h other; echo $1
while true; do break; done; echo $?
if (exit 1); then :; else echo $?; fi
for i in 1; do
  if true
  then
    echo newlines
  fi
done
