package gateway

import (
	"encoding/json"
	"maps"
	"slices"
)

// faultLimit bounds what is told of a rejected body, in bytes.
const faultLimit = 120

// firstFault finds the first fault in Discord's answer to a rejected body: its path and code, such as
// "3.options.0.name BASE_TYPE_BAD_LENGTH". Discord's words are left out, as they may repeat what was sent. It is "" when
// the answer tells of none.
func firstFault(answer []byte) string {
	var a struct {
		Errors map[string]json.RawMessage `json:"errors"`
	}
	if json.Unmarshal(answer, &a) != nil {
		return ""
	}
	path := ""
	for level := a.Errors; ; {
		var faults []struct {
			Code string `json:"code"`
		}
		if json.Unmarshal(level["_errors"], &faults) == nil && len(faults) > 0 {
			return clip(path+" "+faults[0].Code, faultLimit)
		}
		keys := slices.Sorted(maps.Keys(level))
		var below map[string]json.RawMessage
		if len(keys) == 0 || json.Unmarshal(level[keys[0]], &below) != nil {
			return clip(path, faultLimit)
		}
		if path != "" {
			path += "."
		}
		path += keys[0]
		level = below
	}
}

func clip(s string, n int) string {
	if len(s) > n {
		return s[:n]
	}
	return s
}
