# Quotes, backslashes and empty arguments.
count() { echo $#; }
echo 'single $HOME "x" \n' end
a='two  words'
echo $a "$a" '$a' \$a "\$a" "a\"b" "back\\slash"
count $a "$a" '' "" $unset "$unset"
echo a\ b 'it'"'"'s' "it's" one\
two
count "" '' x""y
echo "line one
line two"
echo "a\b" "\q"
b=; count $b; count "$b"
echo *nothing* '*' "?" \*
echo "$(echo "nested 'quotes' \"here\"")" tail
echo `echo back \`echo inner\`` end
echo "${a}s" ${a}s '#' a#b # comment
echo $ "$" a$
