null_1  =data[true][""].each[*] >{for each in false
 !=null : 42=> {a=1}[*][-1] if true
   *""}

