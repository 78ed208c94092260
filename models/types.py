"""Ids and money as types of their own: mypy refuses a house's id where an order's belongs. At run time they are int."""

from typing import NewType

UserId = NewType("UserId", int)
HouseId = NewType("HouseId", int)
OrderId = NewType("OrderId", int)
ImageId = NewType("ImageId", int)
FeedId = NewType("FeedId", int)
DraftId = NewType("DraftId", int)
EventId = NewType("EventId", int)
ThreadId = NewType("ThreadId", int)
MessageId = NewType("MessageId", int)
ChangeId = NewType("ChangeId", int)
ApiKeyId = NewType("ApiKeyId", int)
EndpointId = NewType("EndpointId", int)
DeliveryId = NewType("DeliveryId", int)

Fen = NewType("Fen", int)
"""An amount of money: a hundredth of a yuan."""
