package gateway

import "encoding/binary"

// WebSocket frame types, RFC 6455 section 5.2.
const (
	frameText  = 1
	frameClose = 8
)

// closing is the reason in a close frame; a frame without a code counts as 1005, as RFC 6455 has it.
func closing(payload []byte) error {
	if len(payload) < 2 {
		return closeError{code: 1005}
	}
	return closeError{code: int(binary.BigEndian.Uint16(payload)), text: string(payload[2:])}
}

// unmask returns the payload of a client's complete text frame of at most 64 KiB, false for anything else.
func unmask(p []byte) ([]byte, bool) {
	if len(p) < 6 || p[0] != 0x80|frameText || p[1]&0x80 == 0 {
		return nil, false
	}
	size, at := int(p[1]&0x7f), 2
	switch size {
	case 126:
		if len(p) < 8 {
			return nil, false
		}
		size, at = int(binary.BigEndian.Uint16(p[2:])), 4
	case 127:
		return nil, false
	}
	if len(p) != at+4+size {
		return nil, false
	}
	text := make([]byte, size)
	for i, b := range p[at+4:] {
		text[i] = b ^ p[at+i%4]
	}
	return text, true
}

// mask makes a client's frame with a payload of at most 64 KiB. The mask is zero: it guards caches in the middle, not
// secrets, and the payload is ours.
func mask(kind byte, payload []byte) []byte {
	f := []byte{0x80 | kind, 0x80}
	if n := len(payload); n < 126 {
		f[1] |= byte(n) //nolint:gosec // below 126
	} else {
		f[1] |= 126
		f = binary.BigEndian.AppendUint16(f, uint16(n)) //nolint:gosec // bounded by the caller
	}
	return append(append(f, 0, 0, 0, 0), payload...)
}
