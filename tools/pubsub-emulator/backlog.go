package main

import (
	"hash/fnv"
	"strconv"
	"time"

	pb "cloud.google.com/go/pubsub/v2/apiv1/pubsubpb"
)

// A lane is the messages of one ordering key (or one message without) that are not done, in order. What lies before
// `next` was sent; the stream that holds some of it is the only one that is sent more.
type lane struct {
	key     string
	entries []*entry
	next    int
	owner   *stream
	ready   bool
}

type entry struct {
	lane     *lane
	message  *pb.PubsubMessage
	ackID    string
	deadline time.Time
	owner    *stream
	acked    bool
}

// backlog is what one subscription has not acknowledged. All of it is guarded by the emulator's lock.
type backlog struct {
	emulator     *emulator
	subscription *pb.Subscription
	lanes        map[string]*lane
	ready        []*lane
	leased       map[string]*entry
	streams      []*stream
	closed       bool
}

func newBacklog(e *emulator, s *pb.Subscription) *backlog {
	return &backlog{emulator: e, subscription: s, lanes: map[string]*lane{}, leased: map[string]*entry{}}
}

func (b *backlog) add(messages []*pb.PubsubMessage) {
	for _, m := range messages {
		key := "k" + m.OrderingKey
		if m.OrderingKey == "" || !b.subscription.EnableMessageOrdering {
			key = "m" + m.MessageId
		}
		l := b.lanes[key]
		if l == nil {
			l = &lane{key: key}
			b.lanes[key] = l
		}
		l.entries = append(l.entries, &entry{lane: l, message: m})
		b.offer(l)
	}
	b.wake()
}

func (b *backlog) offer(l *lane) {
	if !l.ready && l.next < len(l.entries) {
		l.ready = true
		b.ready = append(b.ready, l)
	}
}

// take leases what this stream may be sent now: whole lanes, each in order, as far as its flow control goes.
func (b *backlog) take(s *stream, most int) []*pb.ReceivedMessage {
	var taken []*pb.ReceivedMessage
	var left []*lane
	for at, l := range b.ready {
		if len(taken) >= most || s.isFull() {
			left = append(left, b.ready[at:]...)
			break
		}
		if !b.isFor(s, l) {
			left = append(left, l)
			continue
		}
		for l.next < len(l.entries) && len(taken) < most && !s.isFull() {
			taken = append(taken, b.lease(s, l.entries[l.next]))
			l.next++
		}
		l.ready = false
		if l.next < len(l.entries) {
			l.ready = true
			left = append(left, l)
		}
	}
	b.ready = left
	return taken
}

// isFor keeps a key with the stream that holds messages of it; else keys are spread over the streams with room.
func (b *backlog) isFor(s *stream, l *lane) bool {
	if l.owner != nil {
		return l.owner == s
	}
	var open []*stream
	for _, other := range b.streams {
		if other == s || !other.isFull() {
			open = append(open, other)
		}
	}
	if len(open) == 0 {
		return true
	}
	hash := fnv.New32a()
	hash.Write([]byte(l.key))
	return open[int(hash.Sum32())%len(open)] == s
}

func (b *backlog) lease(s *stream, e *entry) *pb.ReceivedMessage {
	b.emulator.nextAck++
	e.ackID = e.message.MessageId + ":" + strconv.FormatInt(b.emulator.nextAck, 10)
	e.deadline = time.Now().Add(s.deadline)
	e.owner = s
	e.lane.owner = s
	s.count(e, 1)
	b.leased[e.ackID] = e
	return &pb.ReceivedMessage{AckId: e.ackID, Message: e.message}
}

func (b *backlog) release(e *entry) {
	delete(b.leased, e.ackID)
	e.owner.count(e, -1)
	e.ackID, e.owner = "", nil
}

func (b *backlog) ack(ackID string) {
	e := b.leased[ackID]
	if e == nil {
		return
	}
	b.release(e)
	e.acked = true
	b.settle(e.lane)
}

// settle forgets what is done at the head of a lane, and lets go of the key when nothing of it is out.
func (b *backlog) settle(l *lane) {
	for len(l.entries) > 0 && l.entries[0].acked {
		l.entries = l.entries[1:]
		l.next--
	}
	if len(l.entries) == 0 {
		delete(b.lanes, l.key)
	}
	for _, e := range l.entries[:l.next] {
		if e.owner != nil {
			return
		}
	}
	l.owner = nil
}

// redeliver makes a message available again and, because its key is ordered, every later one of the key that was sent,
// acknowledged or not.
func (b *backlog) redeliver(e *entry) {
	l := e.lane
	for at, other := range l.entries[:l.next] {
		if other != e {
			continue
		}
		for _, later := range l.entries[at:l.next] {
			if later.owner != nil {
				b.release(later)
			}
			later.acked = false
		}
		l.next = at
		break
	}
	b.settle(l)
	b.offer(l)
}

func (b *backlog) modify(ackID string, seconds int32) {
	e := b.leased[ackID]
	if e == nil {
		return
	}
	if seconds == 0 {
		b.redeliver(e)
		return
	}
	e.deadline = time.Now().Add(time.Duration(seconds) * time.Second)
}

func (b *backlog) expire(now time.Time) {
	var late []*entry
	for _, e := range b.leased {
		if now.After(e.deadline) {
			late = append(late, e)
		}
	}
	for _, e := range late {
		if e.owner != nil {
			b.redeliver(e)
		}
	}
	if len(late) > 0 {
		b.wake()
	}
}

// seek forgets all positions and begins with what was published at that time or later and is still kept.
func (b *backlog) seek(to time.Time) {
	var kept []*pb.PubsubMessage
	if l := b.emulator.logs[b.subscription.Topic]; l != nil && l.topic.MessageRetentionDuration != nil {
		kept = l.messages
	} else {
		for _, l := range b.lanes {
			for _, e := range l.entries {
				kept = append(kept, e.message)
			}
		}
	}
	for _, e := range b.leased {
		b.release(e)
	}
	b.lanes, b.ready = map[string]*lane{}, nil
	var again []*pb.PubsubMessage
	for _, m := range kept {
		if !m.PublishTime.AsTime().Before(to) {
			again = append(again, m)
		}
	}
	b.add(again)
}

func (b *backlog) wake() {
	for _, s := range b.streams {
		s.wake()
	}
}

func (b *backlog) close() {
	b.closed = true
	b.wake()
}
