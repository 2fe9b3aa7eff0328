"""A task of an appendix, and the table of its fields."""

# Annotations are not put off (no `from __future__ import annotations`): pydantic needs every one of
# them at import, and reading them from text costs every command milliseconds.

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field, create_model

from cchc.messages import say
from cchc.model.base import Model, Slug, Text
from cchc.model.field_kinds import TaskField, declared_fields
from cchc.model.work import (
    DEADLINE,
    INCOMPLETE,
    PRINTED_NUMBER,
    PROGRESS,
    TARGETS,
    Link,
    ProgressRecords,
    Takers,
    Target,
)


class ExtraTexts(dict[str, str]):
    """What a task has in custom columns, by their headings."""

    def __hash__(self) -> int:  # type: ignore[override]  # it is never changed after reading
        return hash(tuple(sorted(self.items())))


class _Task(Model):
    """What `Task` holds, all but `for`: a word of Python cannot name a field in a class.

    Each field says with a `TaskField` where it goes; nothing else has to know of it.
    """

    id: Annotated[
        Slug,
        TaskField(kind="id", called=say("id"), printed=False, compared=False),
    ] = Field(
        title="Mã", description="Mã ngắn, không đổi trong suốt năm, không trùng trong kế hoạch."
    )
    number: Annotated[
        Text | None,
        TaskField(
            kind="number", called=say("number"), compared=False, carried=False, rank=10,
            columns=r"(?:số )?(?:stt|tt|số tt|số thứ tự|thứ tự|s t t|t t|mã số|mã|số)$",
        ),
    ] = PRINTED_NUMBER  # fmt: skip
    title: Annotated[
        Text,
        TaskField(
            kind="text", called=say("heading"), rank=100, seen=1,
            columns=r".*(?:nhiệm vụ|nội dung|tiêu chí|công việc|hoạt động|danh mục|chỉ số|đầu việc|tên việc|(?:phần )?việc (?:phải|cần) làm|chuyên (?:mục|đề))"
            r"|lĩnh vực tiêu chí|hạng mục|tên (?!đơn vị|cơ quan|phòng|người|cán bộ)",
        ),
    ] = Field(title="Nhiệm vụ", description="Tên nhiệm vụ, nội dung công việc, tiêu chí.")  # fmt: skip
    requirement: Annotated[
        Text | None,
        TaskField(
            kind="text", called=say("requirement"), rank=80, seen=2,
            columns=r"(?:yêu cầu|mục tiêu|chỉ tiêu|nội dung yêu cầu|mức độ|giải pháp|biện pháp|(?:nội dung|hướng) khắc phục|định mức|kết quả năm)",
        ),
    ] = Field(default=None, title="Yêu cầu", description="Kết quả phải đạt trong năm.")  # fmt: skip
    product: Annotated[
        Text | None,
        TaskField(
            kind="text", called=say("product"), rank=70, seen=3,
            columns=r".*(?:sản phẩm|kết quả(?! năm)|đầu ra|hình thức văn bản)",
        ),
    ] = Field(default=None, title="Sản phẩm", description="Văn bản hoặc kết quả giao nộp.")  # fmt: skip
    deadline: Annotated[
        Text | None,
        TaskField(
            kind="deadline", called=say("deadline"), rank=60, seen=4,
            columns=r"(?!.*bắt đầu|sản phẩm|kết quả|tiêu chí|điều kiện|mức|tỷ lệ|tỉ lệ|điểm|căn cứ|lý do|nguyên nhân|khối lượng)"
            r".*(?:thời gian|thời hạn|tiến độ|hoàn thành|kỳ hạn|lộ trình|thời điểm|kết thúc)"
            r"|hạn(?! chế| mức| ngạch| điền)\b|(?:tháng|quý)$",
        ),
    ] = DEADLINE  # fmt: skip
    lead: Annotated[
        tuple[Slug, ...],
        TaskField(
            kind="units", called=say("lead"), rank=50, seen=5,
            columns=r".*chủ trì|(?:(?:các )?(?:cơ quan|đơn vị|phòng|ban|bộ phận|tổ chức|cá nhân|công chức) ?){1,4}"
            r"(?:chuyên môn |được )?(?:phân công )?(?:thực hiện|tham mưu|được giao|đầu mối|phụ trách|triển khai|tổ chức|chuẩn bị)"
            r"|(?:người|cá nhân|cán bộ) (?:hoặc |và )?(?:cơ quan|đơn vị|phòng|bộ phận)|.*chịu trách nhiệm"
            r"|phân công(?: thực hiện| nhiệm vụ)?$|trách nhiệm|(?:cơ quan|đơn vị|cơ quan đơn vị)$|đầu mối",
        ),
    ] = Field(default=(), title="Chủ trì", description="Mã đơn vị hoặc nhóm chủ trì.")  # fmt: skip
    support: Annotated[
        tuple[Slug, ...],
        TaskField(
            kind="units", called=say("support"), rank=40,
            columns=r"(?!.*chủ trì).*(?:phối hợp|tham gia|theo dõi|cùng làm|cùng thực hiện)",
        ),
    ] = Field(default=(), title="Phối hợp", description="Mã các đơn vị hoặc nhóm phối hợp.")  # fmt: skip
    approver: Annotated[
        Text | None,
        TaskField(
            kind="line", called=say("who decides"), rank=20,
            columns=r"(?:lãnh đạo|người|đồng chí)(?: ubnd| ủy ban nhân dân)?(?: xã)? (?:quyết định|phê duyệt|ký)"
            r"|cấp (?:trình|ban hành|phê duyệt)|thẩm quyền|cơ quan ban hành",
        ),
    ] = Field(default=None, title="Người quyết định", description="Ai ký hoặc phê duyệt sản phẩm.")  # fmt: skip
    officer: Annotated[
        Text | None,
        TaskField(
            kind="line", called=say("officer"), person=True, rank=30,
            columns=r"(?:công chức|cán bộ công chức|cán bộ|chuyên viên|người|cá nhân)(?: được giao)?(?: trực tiếp)?"
            r"(?: thực hiện| tham mưu| phụ trách| chịu trách nhiệm|$)|phụ trách$",
        ),
    ] = Field(default=None, title="Người được giao", description="Công chức trực tiếp thực hiện.")  # fmt: skip
    funding: Annotated[
        Text | None,
        TaskField(
            kind="text", called=say("funding"), like="note", rank=35,
            columns=r"(?:(?:tổng|nhu cầu|dự kiến|nguồn|mức) )*kinh phí|dự toán|nguồn vốn",
        ),
    ] = Field(
        default=None, title="Kinh phí", description="Nguồn hoặc mức kinh phí thực hiện nhiệm vụ."
    )  # fmt: skip
    start: Annotated[
        Text | None,
        TaskField(
            kind="text", called=say("start"), like="note", rank=25,
            columns=r"(?:thời gian |thời điểm |ngày |tháng )?(?:bắt đầu|khởi đầu|khởi công)"
            r"|thời gian (?:triển khai|thực hiện) từ$|từ ngày$",
        ),
    ] = Field(
        default=None, title="Bắt đầu", description="Ngày hoặc kỳ bắt đầu làm, viết như in."
    )  # fmt: skip
    leader: Annotated[
        Text | None,
        TaskField(
            kind="line", called=say("leader"), like="note", person=True, rank=15,
            columns=r"(?:đồng chí |các đồng chí )?lãnh đạo(?: ubnd| ủy ban nhân dân| đảng ủy)?(?: xã| phường)?"
            r"(?: (?:được )?(?:phân công )?(?:phụ trách|chỉ đạo|theo dõi))"
            r"|(?:phó )?chủ tịch (?:phụ trách|chỉ đạo)|(?:người|đồng chí) chỉ đạo",
        ),
    ] = Field(
        default=None, title="Lãnh đạo phụ trách", description="Lãnh đạo theo dõi, chỉ đạo nhiệm vụ."
    )  # fmt: skip
    targets: Annotated[
        tuple[Target, ...], TaskField(kind="targets", called=say("target"), printed=False, seen=6)
    ] = TARGETS
    note: Annotated[
        Text | None,
        TaskField(kind="text", called=say("note"), rank=90, columns=r"ghi chú|chú thích"),
    ] = Field(default=None, title="Ghi chú")
    extra: Annotated[
        dict[Text, Text],
        AfterValidator(ExtraTexts),
        TaskField(kind="extra", called=say("other column"), printed=False),
    ] = Field(
        default_factory=ExtraTexts,
        title="Cột khác",
        description="Nội dung của các cột riêng (key: custom), theo tiêu đề cột: {Nguồn vốn: Ngân sách xã}.",
    )
    progress: Annotated[
        ProgressRecords,
        TaskField(
            kind="progress", called=say("progress"), printed=False, exported=False, carried=False
        ),
    ] = PROGRESS
    incomplete: Annotated[
        Text | None,
        TaskField(kind="text", called=say("incomplete"), printed=False, carried=False),
    ] = INCOMPLETE
    criteria: Annotated[
        tuple[Text, ...], TaskField(kind="list", called=say("criterion"), printed=False)
    ] = Field(
        default=(),
        title="Tiêu chí",
        description="Số của các tiêu chí trong criteria mà nhiệm vụ này lấy điểm: [1.1, 1.3].",
    )
    carries_out: Annotated[
        tuple[Link, ...],
        TaskField(kind="links", called=say("task above"), printed=False, carried=False),
    ] = Field(
        default=(),
        title="Thực hiện nhiệm vụ cấp trên",
        description="Các nhiệm vụ trong kế hoạch cấp trên mà nhiệm vụ này thực hiện.",
    )


if TYPE_CHECKING:

    class Task(_Task):
        """As below, for the type checker."""
else:
    Task = create_model(
        "Task",
        __base__=_Task,
        __doc__="One row of an appendix table: work, who leads and supports, product, deadline.",
        **{
            "for": (
                Annotated[
                    Takers,
                    TaskField(kind="list", called=say("taken up by"), printed=False, seen=7),
                ],
                Field(
                    default=(),
                    title="Nơi phải thực hiện",
                    description="Các xã, phường, đặc khu phải đưa nhiệm vụ này vào kế hoạch của mình: "
                    "all (tất cả), tên kèm loại (xã Định Hóa), hoặc loại (xã, phường, đặc khu).",
                ),
            )
        },
    )


TASK_FIELDS: Mapping[str, TaskField] = declared_fields(Task)
"""Every field of a task, in the order of the model."""
PRINTED = tuple(name for name, one in TASK_FIELDS.items() if one.printed)
"""The fields that can be columns of an appendix."""
