	a_1=[for foo-bar in "${// c
null }" : { # c "{
}
]
