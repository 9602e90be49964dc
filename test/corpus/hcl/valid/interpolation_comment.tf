a = "${/* why */ b}"
c = "${b # why
}"
