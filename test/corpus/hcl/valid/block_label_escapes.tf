a "b\"c" "d\te" "" {}
