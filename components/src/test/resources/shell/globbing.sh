# File name patterns.
mkdir g; cd g
mkdir sub sub/deep; >a.txt; >b.txt; >c.c; >.hidden; >sub/x.txt; >sub/deep/y.txt; >'with space'
echo *
echo *.txt ?.c [ab].txt [!a]*.txt [a-c].*
echo .h* */*.txt */*/*.txt nothing*.q
echo '*.txt' "*.txt" \*.txt a'*'
x='*.c'; echo $x "$x"
for f in *; do echo "[$f]"; done
echo */ sub/*
set -f; echo *; set +f
echo [ [a []
cd ..; rm -r g
case ab in a[!b]) echo no ;; a?) echo yes ;; esac
case ']' in []]) echo bracket ;; esac
case a-b in a[-x]b) echo minus ;; esac
