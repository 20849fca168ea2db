package main

import (
	"math"
	"strconv"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

var constants = map[uint32]Mem{}

// bits is a constant eight times.
func bits(v uint32) Mem {
	m, ok := constants[v]
	if !ok {
		m = GLOBL("c"+strconv.FormatUint(uint64(v), 16), RODATA|NOPTR)
		for i := range 8 {
			DATA(4*i, U32(v))
		}
		constants[v] = m
	}
	return m
}

func f32(v float64) Mem { return bits(math.Float32bits(float32(v))) }

func constant(m Mem) VecVirtual {
	v := YMM()
	VMOVUPS(m, v)
	return v
}

// across adds the eight lanes of v as sum in math.go does.
func across(v VecVirtual) VecVirtual {
	a, b := XMM(), XMM()
	VEXTRACTF128(Imm(1), v, a)
	VADDPS(v.AsX(), a, a)
	VMOVHLPS(a, a, b)
	VADDPS(b, a, a)
	VMOVSHDUP(a, b)
	VADDSS(b, a, a)
	return a
}

// most leaves the largest of the eight lanes of v in all of them.
func most(v VecVirtual) VecVirtual {
	a, b := XMM(), XMM()
	VEXTRACTF128(Imm(1), v, a)
	VMAXPS(v.AsX(), a, a)
	VMOVHLPS(a, a, b)
	VMAXPS(b, a, a)
	VMOVSHDUP(a, b)
	VMAXSS(b, a, a)
	out := YMM()
	VBROADCASTSS(a, out)
	return out
}
