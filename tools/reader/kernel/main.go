// Command kernel writes index/reader/kernel_amd64.s: the vector kernels of the
// reader, which give the same bits as its functions in Go. It is run by go
// generate in that folder.
package main

import . "github.com/mmcloughlin/avo/build"

func main() {
	ConstraintExpr("amd64")
	vnni(6)
	vnni(1)
	avx2(4)
	avx2(1)
	widen()
	largest()
	quantise()
	gelu()
	addNorm()
	scores()
	softmax()
	weigh()
	Generate()
}
