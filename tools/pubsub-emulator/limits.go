package main

import (
	"regexp"

	pb "cloud.google.com/go/pubsub/v2/apiv1/pubsubpb"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
)

// The limits of https://cloud.google.com/pubsub/quotas#resource_limits.
const (
	mostMessages       = 1000
	mostRequestBytes   = 10_000_000
	mostAttributes     = 100
	mostAttributeKey   = 256
	mostAttributeValue = 1024
	mostOrderingKey    = 1024
)

var resourceName = regexp.MustCompile(`^projects/[^/]+/(topics|subscriptions)/([A-Za-z][A-Za-z0-9\-_.~+%]{2,254})$`)

func checkName(name, kind string) error {
	parts := resourceName.FindStringSubmatch(name)
	if parts == nil || parts[1] != kind || (len(parts[2]) >= 4 && parts[2][:4] == "goog") {
		return status.Errorf(codes.InvalidArgument, "Invalid [%s] name: (name=%s).", kind, name)
	}
	return nil
}

// checkSupported refuses what this emulator would only pretend to do.
func checkSupported(s *pb.Subscription) error {
	asked := map[string]bool{
		"dead_letter_policy":           s.GetDeadLetterPolicy() != nil,
		"retry_policy":                 s.GetRetryPolicy() != nil,
		"filter":                       s.GetFilter() != "",
		"enable_exactly_once_delivery": s.GetEnableExactlyOnceDelivery(),
		"retain_acked_messages":        s.GetRetainAckedMessages(),
		"push_config":                  s.GetPushConfig().GetPushEndpoint() != "",
		"bigquery_config":              s.GetBigqueryConfig() != nil,
		"cloud_storage_config":         s.GetCloudStorageConfig() != nil,
		"message_transforms":           len(s.GetMessageTransforms()) > 0,
	}
	for name, isAsked := range asked {
		if isAsked {
			return status.Errorf(codes.Unimplemented, "this emulator has no %s", name)
		}
	}
	return nil
}

func checkPublish(req *pb.PublishRequest) error {
	refuse := func(why string) error { return status.Error(codes.InvalidArgument, why) }
	switch {
	case len(req.Messages) == 0:
		return refuse("The request has no messages.")
	case len(req.Messages) > mostMessages:
		return refuse("The request has more than 1000 messages.")
	case proto.Size(req) > mostRequestBytes:
		return refuse("The request is larger than 10 MB.")
	}
	for _, m := range req.Messages {
		switch {
		case len(m.Data) == 0 && len(m.Attributes) == 0:
			return refuse("Some messages are empty: each needs data or an attribute.")
		case m.OrderingKey != req.Messages[0].OrderingKey:
			return refuse("In a single publish request, all messages must have the same ordering key.")
		case len(m.OrderingKey) > mostOrderingKey:
			return refuse("An ordering key is longer than 1024 bytes.")
		case len(m.Attributes) > mostAttributes:
			return refuse("A message has more than 100 attributes.")
		}
		for key, value := range m.Attributes {
			if len(key) == 0 || len(key) > mostAttributeKey || len(value) > mostAttributeValue {
				return refuse("An attribute's key is longer than 256 bytes, or its value than 1024.")
			}
		}
	}
	return nil
}
