  a_1=<<日
x EOT{\%{n
日
