package main

import (
	"time"

	pb "cloud.google.com/go/pubsub/v2/apiv1/pubsubpb"
)

// stream is one StreamingPull, or one Pull for as long as it waits, with what it holds of its flow control.
type stream struct {
	deadline     time.Duration
	mostMessages int64
	mostBytes    int64
	messages     int64
	bytes        int64
	bell         chan struct{}
	pings        chan struct{}
}

func newStream(deadlineSeconds int32) *stream {
	return &stream{
		deadline: time.Duration(deadlineSeconds) * time.Second,
		bell:     make(chan struct{}, 1),
		pings:    make(chan struct{}, 1),
	}
}

func (s *stream) isFull() bool {
	return (s.mostMessages > 0 && s.messages >= s.mostMessages) || (s.mostBytes > 0 && s.bytes >= s.mostBytes)
}

func (s *stream) count(e *entry, by int64) {
	s.messages += by
	s.bytes += by * int64(len(e.message.Data))
}

func (s *stream) wake() { ring(s.bell) }

func (s *stream) ping() { ring(s.pings) }

func ring(bell chan struct{}) {
	select {
	case bell <- struct{}{}:
	default:
	}
}

func response(messages []*pb.ReceivedMessage, s *pb.Subscription) *pb.StreamingPullResponse {
	return &pb.StreamingPullResponse{
		ReceivedMessages: messages,
		SubscriptionProperties: &pb.StreamingPullResponse_SubscriptionProperties{
			MessageOrderingEnabled: s.EnableMessageOrdering,
		},
	}
}
