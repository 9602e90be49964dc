null_1  = "%{~ for endif in - /* { " */ "" ~}%{~ for A9- , null_ in null }{\t 😀b c{é%a=//[%{~ endfor ~}${false~}%{ endfor }"// "${
	foo-bar_2= {for else in 日本 : (// c
"s" # c "{
)
 >in
  =>each( ) <// c
"/* ='//" if 42}