package main

import (
	"strconv"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// vnni computes 64 outputs of some rows: the weights are unsigned, 128 too
// large, which comes off in front by the row's total.
func vnni(rows int) {
	TEXT("multiplyVNNI"+strconv.Itoa(rows), NOSPLIT, "func(w *byte, x *int8, in int, scale *float32, total *int32, columnScale, bias *float32, out *float32, outs int)")
	Doc("multiplyVNNI" + strconv.Itoa(rows) + " computes 64 outputs of " + strconv.Itoa(rows) + " rows, by AVX-512 VNNI.")
	w, x, in := Load(Param("w"), GP64()), Load(Param("x"), GP64()), Load(Param("in"), GP64())
	var acc [6][4]VecVirtual
	total := Load(Param("total"), GP64())
	for r := range rows {
		t := GP32()
		MOVL(Mem{Base: total, Disp: 4 * r}, t)
		SHLL(Imm(7), t)
		NEGL(t)
		for c := range 4 {
			acc[r][c] = ZMM()
			if c == 0 {
				VPBROADCASTD(t, acc[r][0])
			} else {
				VMOVDQA32(acc[r][0], acc[r][c])
			}
		}
	}
	tile := GP64() // bytes of a tile
	MOVQ(in, tile)
	SHLQ(Imm(4), tile)
	w3 := GP64()
	LEAQ(Mem{Base: w, Index: tile, Scale: 2}, w3)
	ADDQ(tile, w3)
	x3 := GP64()
	LEAQ(Mem{Base: x, Index: in, Scale: 2}, x3)
	ADDQ(in, x3)
	n := GP64()
	MOVQ(in, n)
	SHRQ(Imm(2), n)
	Label("loop" + strconv.Itoa(rows))
	ws := [4]VecVirtual{ZMM(), ZMM(), ZMM(), ZMM()}
	VMOVDQU32(Mem{Base: w}, ws[0])
	VMOVDQU32(Mem{Base: w, Index: tile, Scale: 1}, ws[1])
	VMOVDQU32(Mem{Base: w, Index: tile, Scale: 2}, ws[2])
	VMOVDQU32(Mem{Base: w3}, ws[3])
	at := [6]Mem{{Base: x}, {Base: x, Index: in, Scale: 1}, {Base: x, Index: in, Scale: 2}, {Base: x3}, {Base: x3, Index: in, Scale: 1}, {Base: x3, Index: in, Scale: 2}}
	for r := range rows {
		b := ZMM()
		VPBROADCASTD(at[r], b)
		for c := range 4 {
			VPDPBUSD(b, ws[c], acc[r][c])
		}
	}
	ADDQ(Imm(64), w)
	ADDQ(Imm(64), w3)
	ADDQ(Imm(4), x)
	ADDQ(Imm(4), x3)
	DECQ(n)
	JNZ(LabelRef("loop" + strconv.Itoa(rows)))
	scale, cs, bias, out, outs := Load(Param("scale"), GP64()), Load(Param("columnScale"), GP64()), Load(Param("bias"), GP64()), Load(Param("out"), GP64()), Load(Param("outs"), GP64())
	SHLQ(Imm(2), outs)
	for r := range rows {
		s := ZMM()
		VBROADCASTSS(Mem{Base: scale, Disp: 4 * r}, s)
		for c := range 4 {
			t := ZMM()
			VMULPS(Mem{Base: cs, Disp: 64 * c}, s, t)
			VCVTDQ2PS(acc[r][c], acc[r][c])
			VMULPS(t, acc[r][c], acc[r][c])
			VADDPS(Mem{Base: bias, Disp: 64 * c}, acc[r][c], acc[r][c])
			VMOVUPS(acc[r][c], Mem{Base: out, Disp: 64 * c})
		}
		if r < rows-1 {
			ADDQ(outs, out)
		}
	}
	VZEROUPPER()
	RET()
}

// avx2 computes eight outputs, half a tile, of some rows, in 16 bits: products
// of bytes in pairs could be too large for them.
func avx2(rows int) {
	TEXT("multiplyAVX2x"+strconv.Itoa(rows), NOSPLIT, "func(w *byte, x *int16, in int, scale *float32, total *int32, columnScale, bias *float32, out *float32, outs int)")
	Doc("multiplyAVX2x" + strconv.Itoa(rows) + " computes eight outputs of " + strconv.Itoa(rows) + " rows, by AVX2.")
	w, x, in := Load(Param("w"), GP64()), Load(Param("x"), GP64()), Load(Param("in"), GP64())
	var acc [4][2]VecVirtual
	for r := range rows {
		for c := range 2 {
			acc[r][c] = YMM()
			VPXOR(acc[r][c], acc[r][c], acc[r][c])
		}
	}
	n, stride, x2 := GP64(), GP64(), GP64()
	MOVQ(in, n)
	SHRQ(Imm(2), n)
	MOVQ(in, stride)
	SHLQ(Imm(1), stride)
	LEAQ(Mem{Base: x, Index: stride, Scale: 2}, x2)
	at := [4]Mem{{Base: x}, {Base: x, Index: stride, Scale: 1}, {Base: x2}, {Base: x2, Index: stride, Scale: 1}}
	l := "loopx" + strconv.Itoa(rows)
	Label(l)
	var b [4]VecVirtual
	for r := range rows {
		b[r] = YMM()
		VPBROADCASTQ(at[r], b[r])
	}
	for c := range 2 {
		v := YMM()
		VPMOVZXBW(Mem{Base: w, Disp: 16 * c}, v)
		for r := range rows {
			t := YMM()
			VPMADDWD(b[r], v, t)
			VPADDD(t, acc[r][c], acc[r][c])
		}
	}
	ADDQ(Imm(64), w)
	ADDQ(Imm(8), x)
	ADDQ(Imm(8), x2)
	DECQ(n)
	JNZ(LabelRef(l))
	total, scale, cs, bias, out, outs := Load(Param("total"), GP64()), Load(Param("scale"), GP64()), Load(Param("columnScale"), GP64()), Load(Param("bias"), GP64()), Load(Param("out"), GP64()), Load(Param("outs"), GP64())
	SHLQ(Imm(2), outs)
	for r := range rows {
		// Each pair of lanes is one output; adding pairs leaves the halves mixed.
		v, t, s := YMM(), YMM(), YMM()
		VPHADDD(acc[r][1], acc[r][0], v)
		VPERMQ(Imm(0b11_01_10_00), v, v)
		VPBROADCASTD(Mem{Base: total, Disp: 4 * r}, t)
		VPSLLD(Imm(7), t, t)
		VPSUBD(t, v, v)
		VCVTDQ2PS(v, v)
		VBROADCASTSS(Mem{Base: scale, Disp: 4 * r}, s)
		VMULPS(Mem{Base: cs}, s, s)
		VMULPS(s, v, v)
		VADDPS(Mem{Base: bias}, v, v)
		VMOVUPS(v, Mem{Base: out})
		if r < rows-1 {
			ADDQ(outs, out)
		}
	}
	VZEROUPPER()
	RET()
}

func widen() {
	TEXT("widenAVX2", NOSPLIT, "func(x *int8, out *int16, n int)")
	Doc("widenAVX2 copies n bytes, a multiple of 16, to 16 bits each.")
	x, out, n := Load(Param("x"), GP64()), Load(Param("out"), GP64()), Load(Param("n"), GP64())
	Label("loop")
	v := YMM()
	VPMOVSXBW(Mem{Base: x}, v)
	VMOVDQU(v, Mem{Base: out})
	ADDQ(Imm(16), x)
	ADDQ(Imm(32), out)
	SUBQ(Imm(16), n)
	JNZ(LabelRef("loop"))
	VZEROUPPER()
	RET()
}
