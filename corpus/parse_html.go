package corpus

func parseHTML(_ string) (*Article, error) { return nil, ErrEmpty }
