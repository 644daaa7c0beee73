# Redirections and here-documents.
mkdir r; cd r
echo one >f; echo two >>f; cat f; cat <f
echo err 2>e >&2; cat e
{ echo out; echo err >&2; } >both 2>&1; cat both
wc -l <f
cat <<END
here $HOME_NOT_SET `echo sub` $((1 + 2)) "quoted" \$x
END
cat <<'END'
raw $x `no` \$
END
cat <<-END
	tabs gone
		all
	END
cat <<A; echo between; cat <<B
first
A
second
B
exec 3>three; echo to three >&3; exec 3>&-; cat three
exec 4<f; read l <&4; echo "$l"; read l <&4; echo "$l"; exec 4<&-
cat nofile 2>/dev/null; echo $?
cat <nofile 2>/dev/null; echo $?
echo x >nodir/f 2>/dev/null; echo status $?
: >empty; wc -c <empty
for i in 1 2 3; do echo $i; done >loop; cat loop
while read a b; do echo "$b $a"; done <<END
1 one
2 two three
END
if true; then echo inside; fi >if; cat if
(echo sub; echo shell) >s; cat s
f() { echo from f; }; f >ff; cat ff
echo a >x1 >x2; wc -c x1 x2 | cat
echo hidden >/dev/null
cat </dev/null
cd ..; rm -r r; ls
