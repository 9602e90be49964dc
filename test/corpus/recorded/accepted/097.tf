for_1= 1.5/* c */ ?{for else ,var in true : "s" ?""  :true=>
[// c
]...// c
} :/* c */A9-

