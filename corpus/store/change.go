package store

import "errors"

// Change is what one act changes in a guild's records: exact keys and values.
// Put into another copy of the same records it makes the same records, whatever
// the rules of acts are there.
type Change struct {
	Guild  string
	Empty  bool    // all that the guild has goes first
	Writes []Write // each key once
}

// Write is one key of a [Change].
type Write struct {
	Bucket string
	Key    []byte // without the guild's name before it; nil is the guild itself
	Value  []byte
	Gone   bool // the key is taken away
}

// Sum is a checksum of all records of a guild that a [Change] can hold. The
// order of writing plays no part. It detects accidents, not forgery.
type Sum [32]byte

// Copy says how far a guild's records follow a log of changes that several
// processes share.
type Copy struct {
	Seq    uint64 // of the last change in it; 0 = none
	Sum    Sum
	Behind bool // a newer program's change is not in it: it must be made anew
}

// Proposal is a change that an act wants to make.
type Proposal struct {
	Change Change
	After  uint64 // Seq of the copy that it was made on
	Sum    Sum    // of the guild's records with it
}

// ErrStale says that a proposal was made on records that are not the newest.
var ErrStale = errors.New("the records have changed meanwhile")

// The methods that a log of changes builds on:
//
//	func (s *Store) Share(propose func(Proposal) error, hold func(guild string) error) // acts go through propose from now on; ErrStale = compute again
//	func (s *Store) Apply(seq, prev uint64, c Change, sum Sum) error // ErrGap when prev is not the copy's Seq (nothing is written), ErrSum when the records would not have that sum (nothing is written); Empty changes fit any prev
//	func (s *Store) Copy(guild string) (Copy, bool, error)           // false: the guild is not held
//	func (s *Store) Copies() (map[string]Copy, error)
//	func (s *Store) SetBehind(guild string) error
//	func (s *Store) Drop(guild string) error                         // forgets the copy, records too
//	func (s *Store) Whole(guild string) (Change, Copy, error)        // an Empty change that makes the guild as it is, one reading transaction
//	func (s *Store) Position() (cluster string, seq uint64, err error) // of the whole log, in this file; "" = records of its own
//	func (s *Store) SetPosition(cluster string, seq uint64) error    // written at most now and then: applying again is harmless (seq <= Copy.Seq is skipped)
//	func (s *Store) TakeSecret(secret []byte) error                  // the cluster's link key in place of the folder's own
