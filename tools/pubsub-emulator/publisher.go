package main

import (
	"context"
	"strconv"
	"time"

	pb "cloud.google.com/go/pubsub/v2/apiv1/pubsubpb"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/timestamppb"
)

// topicLog keeps what was published for as long as the topic's retention says, so that a seek can go back to it.
type topicLog struct {
	topic       *pb.Topic
	messages    []*pb.PubsubMessage
	subscribers map[string]*backlog
}

func (e *emulator) Publish(_ context.Context, req *pb.PublishRequest) (*pb.PublishResponse, error) {
	if err := checkPublish(req); err != nil {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	l := e.logs[req.Topic]
	if l == nil {
		return nil, status.Errorf(codes.NotFound, "Topic not found (resource=%s).", req.Topic)
	}
	now := time.Now()
	ids := make([]string, len(req.Messages))
	for i, m := range req.Messages {
		e.nextID++
		ids[i] = strconv.FormatInt(e.nextID, 10)
		m.MessageId = ids[i]
		m.PublishTime = timestamppb.New(now)
	}
	l.keep(req.Messages, now)
	for _, b := range l.subscribers {
		b.add(req.Messages)
	}
	return &pb.PublishResponse{MessageIds: ids}, nil
}

func (l *topicLog) keep(messages []*pb.PubsubMessage, now time.Time) {
	retention := l.topic.GetMessageRetentionDuration()
	if retention == nil {
		return
	}
	oldest := now.Add(-retention.AsDuration())
	gone := 0
	for gone < len(l.messages) && l.messages[gone].PublishTime.AsTime().Before(oldest) {
		gone++
	}
	l.messages = append(l.messages[gone:], messages...)
}
