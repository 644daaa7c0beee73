# Utilities on files.
mkdir t; cd t
mkdir -p a/b/c a/b; ls a; rmdir a/b/c; ls a/b
echo text >f; cp f g; cat g; cp f a; ls a; cp -r a d; ls d
mv g h; ls; mv h a; ls a; mv f a/b; ls a/b
ln -s a/h link; cat link; ls
echo 1 >n1; echo 2 >n2; cat n1 n2 | wc; cat n1 - n2 <n1
head -n 1 n1 n2; tail -n 1 n1
rm n1 n2; ls; rm nofile 2>/dev/null; echo $?; rm -f nofile; echo $?
rm a 2>/dev/null; echo $?; rm -r a d link; ls -a
mkdir x; mkdir x 2>/dev/null; echo $?; rmdir nodir 2>/dev/null; echo $?
touch x/1 x/2; rmdir x 2>/dev/null; echo $?; ls x nofile 2>/dev/null; echo $?
cat nofile 2>/dev/null; echo $?; cp nofile y 2>/dev/null; echo $?
cp x y 2>/dev/null; echo $?; mv nofile y 2>/dev/null; echo $?
ls -d x; cd x; pwd | wc -l; cd ..; cd - >/dev/null; ls; cd ../..
wc -c nofile 2>/dev/null; echo $?; echo -n abc | wc -c; echo one two | wc -w
rm -rf t; ls
