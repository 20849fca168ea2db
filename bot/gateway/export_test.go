package gateway

// Outcomes that nobody outside tells apart, but for tests.
var (
	ErrTooLate  = errTooLate
	ErrNoDM     = errNoDM
	ErrGone     = errGone
	ErrRejected = errRejected
	ErrPaused   = errPaused
)
