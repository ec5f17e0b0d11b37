"""What people should look at, in queues: each entry with its sentences and what can be decided or written."""

from generator.review.desk import QUEUES, build_desk
from generator.review.items import Choice, Exhibit, Item, Remark
from generator.review.places import Material

__all__ = ["QUEUES", "Choice", "Exhibit", "Item", "Material", "Remark", "build_desk"]
