	for{
}a
