foo-bar_1=[[for for in true <
true : []
]
]// "${
