  a_1  = <<-E-1
${local.a +true~}${~ [""
,"s",true # c "{
]}${ 0  >=""
~}%{if 0.1 }%{~endif~}
	E-1
