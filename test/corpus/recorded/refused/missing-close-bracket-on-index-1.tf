  foo-bar_1 =a[-1

