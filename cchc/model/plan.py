"""The words of a plan: frozen pydantic types, one for each concept of docs/glossary.md.

A YAML key is a field here and a variable in templates. Every scalar arrives as text. Titles and
descriptions are Vietnamese, because the exported JSON Schema shows them to whoever edits a plan.

Longer than other modules on purpose: the format is read as a whole, from top to bottom.
"""

# Annotations are not put off (no `from __future__ import annotations`): pydantic needs every one of
# them at import, and reading them from text costs every command milliseconds.

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    Tag,
    ValidationInfo,
    create_model,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError

from cchc.messages import say
from cchc.model.agency import Agency, Commune
from cchc.model.base import Model, Slug, Text
from cchc.model.criteria import PRINTED_OF_CRITERIA, Criterion
from cchc.model.no_plugins import build
from cchc.model.plan_kinds import KINDS
from cchc.model.subject import Subject
from cchc.model.task_fields import CUSTOM, TaskField, declared, extra_name
from cchc.model.values import ANY_TEXT, DIGITS, Amount, PartialDate

PAPER_NUMBER = r"^[0-9]{1,5}[a-zđ]?$"
AUTHORITY = r"^(TM|KT|TL|TUQ)\. "
TASK_ABOVE = r"^[^#]+#[a-z0-9]+(-[a-z0-9]+)*$"
SEEN = r"^[0-9a-f.-]+$"

PaperNumber = Annotated[str, StringConstraints(pattern=PAPER_NUMBER)]

if TYPE_CHECKING:
    Kind = str
else:
    Kind = Literal[tuple(KINDS)]
Numbering = Literal["roman", "arabic", "decimal", "letter", "dash", "none"]
Role = Literal[
    "purpose",
    "requirements",
    "goals",
    "contents",
    "solutions",
    "assignment",
    "funding",
    "organization",
    "reporting",
    "appendix",
]


class Signer(Model):
    """Who signs, in the form of Nghị định 30/2020/NĐ-CP, Điều 13."""

    authority: tuple[Annotated[Text, StringConstraints(pattern=AUTHORITY)], ...] = Field(
        default=(),
        title="Thẩm quyền ký",
        description="Các dòng in trên chức vụ: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, TL., TUQ. "
        "Bỏ trống khi người ký ký theo chức vụ của mình.",
    )
    post: Text = Field(title="Chức vụ", description="In hoa: CHỦ TỊCH, PHÓ CHỦ TỊCH, Q. CHỦ TỊCH.")
    name: Text = Field(title="Họ và tên", description="Không ghi học hàm, học vị.")


class Decision(Model):
    """The decision with which a plan is issued ("Kèm theo Quyết định số ...")."""

    number: PaperNumber | None = Field(
        default=None, title="Số quyết định", description="Để trống khi văn thư chưa cấp số."
    )
    symbol: Text = Field(title="Ký hiệu", description="Ví dụ QĐ-UBND.")
    date: PartialDate | None = Field(
        default=None, title="Ngày ký", description="31/12/2025, hoặc 01/2026 khi chưa có ngày."
    )
    issuer: Text = Field(title="Người ban hành", description="Ví dụ: Chủ tịch UBND xã Thanh Miện.")


class AmendedPlan(Model):
    """The issued plan that a plan amends, as it is cited."""

    number: PaperNumber = Field(title="Số", description="Số của kế hoạch được điều chỉnh.")
    symbol: Text = Field(
        default="KH-UBND", title="Ký hiệu", description="Mặc định KH-UBND; QĐ-UBND khi kế hoạch "
        "được điều chỉnh ban hành kèm theo Quyết định.",
    )  # fmt: skip
    date: PartialDate = Field(title="Ngày ban hành", description="05/01/2026.")


class Document(Model):
    """The plan as a paper: what stands in its letterhead and at its end."""

    number: PaperNumber | None = Field(
        default=None,
        title="Số",
        description="Số văn bản; để trống khi văn thư chưa cấp, bản in chừa khoảng trắng.",
    )
    symbol: Text | None = Field(
        default=None,
        title="Ký hiệu",
        description="Ký hiệu: KH-UBND. Bỏ khi kế hoạch ban hành kèm theo Quyết định.",
    )
    date: PartialDate | None = Field(
        default=None,
        title="Ngày ban hành",
        description="31/12/2025, 2025-12-31, hoặc 4/2026 khi ngày còn để trống.",
    )
    place: Text | None = Field(
        default=None,
        title="Địa danh",
        description="Địa danh ghi trước ngày tháng; mặc định là tên riêng của xã.",
    )
    superior: Text | None = Field(
        default=None,
        title="Cơ quan chủ quản",
        description="Dòng trên tên cơ quan ban hành, chỉ ghi khi nơi mình dùng.",
    )
    issuer: Literal["committee", "chairman"] = Field(
        default="committee",
        title="Thẩm quyền ban hành",
        description="committee: Ủy ban nhân dân ban hành; chairman: Chủ tịch ban hành.",
    )
    title: Text = Field(
        title="Trích yếu",
        description="Phần đứng dưới chữ KẾ HOẠCH, không có dấu chấm cuối. Muốn xuống dòng ở chỗ nào thì "
        "viết thành nhiều dòng (title: |-).",
    )
    decision: Decision | None = Field(
        default=None,
        title="Quyết định ban hành",
        description="Chỉ ghi khi kế hoạch ban hành kèm theo một Quyết định.",
    )
    amends: AmendedPlan | None = Field(
        default=None,
        title="Điều chỉnh kế hoạch",
        description="Chỉ ghi khi kế hoạch này điều chỉnh, bổ sung một kế hoạch đã ban hành: số, ký hiệu, "
        "ngày của kế hoạch đó. Nhiệm vụ trùng mã (id) chỉ tính ở kế hoạch này.",
    )
    signer: Signer | None = Field(
        default=None,
        title="Người ký",
        description="Bỏ khi kế hoạch kèm theo Quyết định: Quyết định mới có chữ ký.",
    )
    recipients: tuple[Text, ...] = Field(
        default=(),
        title="Nơi nhận",
        description="Mỗi nơi nhận một dòng, không gõ gạch đầu dòng và dấu chấm phẩy.",
    )
    archive: Text | None = Field(
        default=None,
        title="Dòng lưu",
        description="Dòng cuối của nơi nhận, ví dụ: Lưu: VT, PVHXH.",
    )


class CitedBase(Model):
    """A base cited by its key in the register; reading writes it out as text."""

    cite: Slug = Field(
        title="Khóa văn bản", description="Khóa của văn bản trong plans/register.yaml."
    )
    word: Text = Field(
        default="Căn cứ", title="Từ dẫn", description="Căn cứ, Thực hiện, Xét đề nghị tại..."
    )


def _as_it_is(value: Any) -> Any:
    return value


Base = Annotated[Text, BeforeValidator(_as_it_is, json_schema_input_type=Text | CitedBase)]
"""The text of a base. In a file it may be a `CitedBase`."""


class Unit(Model):
    """An agency, office or organisation named in the plan."""

    id: Slug = Field(title="Mã", description="Mã ngắn dùng trong tệp, ví dụ vh-xh.")
    name: Text = Field(title="Tên đầy đủ", description="Tên in trong văn bản.")
    aliases: tuple[Text, ...] = Field(
        default=(), title="Tên khác", description="Các cách gọi khác: Phòng VH-XH."
    )
    kind: Literal["own", "village", "party", "front", "outside"] = Field(
        default="own",
        title="Loại",
        description="own: thuộc UBND xã; village: thôn, xóm, tổ dân phố; party: cơ quan Đảng; front: Mặt trận, đoàn thể; "
        "outside: ngoài xã (sở, ngành, doanh nghiệp).",
    )
    head: Text | None = Field(
        default=None,
        title="Chức danh người đứng đầu",
        description="Ví dụ: Trưởng phòng Văn hóa - Xã hội.",
    )


class Group(Model):
    """A collective name, such as "các cơ quan, đơn vị"; views expand it into its members."""

    id: Slug = Field(title="Mã", description="Mã ngắn dùng trong tệp, ví dụ tat-ca.")
    name: Text = Field(title="Tên tập thể", description="Cách gọi in trong văn bản.")
    aliases: tuple[Text, ...] = Field(default=(), title="Tên khác")
    members: Literal["all"] | tuple[Slug, ...] = Field(
        default=(),
        title="Thành viên",
        description="all: mọi đơn vị thuộc UBND xã; hoặc danh sách mã đơn vị; bỏ trống khi tên "
        "này không chỉ đơn vị nào đã khai.",
    )


class Target(Model):
    """A measurable target: a measure and the value to reach."""

    measure: Text = Field(title="Chỉ tiêu", description="Điều được đo.")
    at_least: Amount | None = Field(default=None, title="Tối thiểu")
    at_most: Amount | None = Field(default=None, title="Tối đa")
    exactly: Amount | None = Field(default=None, title="Đúng bằng")
    unit: Text | None = Field(
        default=None, title="Đơn vị tính", description="Ví dụ: %, điểm, cuộc, sáng kiến."
    )
    previous: Amount | None = Field(
        default=None, title="Năm trước", description="Kết quả của năm trước, nếu kế hoạch nêu."
    )


class Progress(Model):
    """What is recorded as done; a task without a record is "not recorded", never assumed."""

    state: Literal["done", "running", "suspended"] = Field(
        title="Tình trạng",
        description="done: hoàn thành; running: đang thực hiện; suspended: tạm dừng.",
    )
    date: PartialDate | None = Field(
        default=None, title="Ngày", description="Ngày hoàn thành hoặc ngày ghi nhận."
    )
    evidence: Text | None = Field(
        default=None, title="Tài liệu kiểm chứng", description="Ví dụ: 15/BC-UBND."
    )
    note: Text | None = Field(default=None, title="Ghi chú")
    occurrence: Text | None = Field(
        default=None,
        title="Kỳ",
        description="Kỳ của nhiệm vụ định kỳ: 2026-Q2, 2026-06, 2026.",
    )


class Report(Model):
    """To whom a periodic report goes."""

    to: Text = Field(title="Gửi đến", description="Cơ quan nhận báo cáo.")
    via: Slug | None = Field(
        default=None, title="Qua", description="Mã đơn vị tổng hợp trước khi gửi."
    )


def _as_records(value: Any) -> Any:
    return (value,) if isinstance(value, dict) else value


ProgressRecords = Annotated[
    tuple[Progress, ...],
    BeforeValidator(_as_records, json_schema_input_type=Progress | tuple[Progress, ...]),
]
_PROGRESS = Field(
    default=(),
    title="Kết quả thực hiện",
    description="Một bản ghi, hoặc nhiều bản ghi cho các kỳ của nhiệm vụ định kỳ.",
)
_INCOMPLETE = Field(
    default=None,
    title="Chưa đầy đủ",
    description="Lý do phần này còn thiếu (ví dụ văn bản gốc mất trang): phần thiếu không bị "
    "báo lỗi nhưng luôn được nhắc.",
)
_NUMBER = Field(
    default=None,
    title="Số in",
    description="Chỉ ghi khi bản đã ký in một số khác số mà cchc tự tính.",
)
_DEADLINE = Field(
    default=None,
    title="Thời hạn",
    description="Viết như in: Trước 30/11/2026, Quý I/2026, Thường xuyên, Định kỳ hàng quý.",
)
_TARGETS = Field(default=(), title="Chỉ tiêu", description="Các chỉ tiêu đo được nêu ở đây.")


class Link(Model):
    """A task of a plan above that a task carries out."""

    task: Annotated[Text, StringConstraints(pattern=TASK_ABOVE)] = Field(
        title="Nhiệm vụ cấp trên",
        description="Mã kế hoạch cấp trên, dấu #, mã nhiệm vụ: tinh/cchc-2026#tap-huan.",
    )
    seen: Annotated[Text, StringConstraints(pattern=SEEN)] | None = Field(
        default=None,
        title="Đã xem",
        description="Dấu của nhiệm vụ cấp trên lúc được xem; cchc tự ghi (“cchc link”).",
    )


def _as_listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) and value != "all" else value


Takers = Annotated[
    Literal["all"] | tuple[Text, ...],
    BeforeValidator(_as_listed, json_schema_input_type=Text | tuple[Text, ...]),
]


class Section(Model):
    """A piece of the body: a part (I.), section (1.), point (a) or dash item, with what it holds.

    A section that names `units` is a duty of theirs; one that has a `report` is a rule of the
    reporting regime. A bare text stands for a section with nothing but `text`.
    """

    id: Slug | None = Field(
        default=None,
        title="Mã",
        description="Mã ngắn, không đổi; nên có khi mục có thời hạn để ghi kết quả thực hiện.",
    )
    role: Role | None = Field(
        default=None,
        title="Vai trò",
        description="purpose: mục đích; requirements: yêu cầu; goals: mục tiêu; contents: nội "
        "dung, nhiệm vụ; solutions: giải pháp; assignment: phân công nhiệm vụ; funding: kinh "
        "phí; organization: tổ chức thực hiện; reporting: chế độ báo cáo; appendix: câu dẫn "
        "chiếu phụ lục.",
    )
    subject: Subject | None = Field(
        default=None, title="Lĩnh vực", description="Lĩnh vực cải cách hành chính của mục."
    )
    number: Text | None = _NUMBER
    title: Text | None = Field(
        default=None, title="Tiêu đề", description="Không gõ số thứ tự: cchc tự đánh số."
    )
    text: Text | None = Field(
        default=None, title="Nội dung", description="Mỗi dòng là một đoạn văn."
    )
    units: tuple[Slug, ...] = Field(
        default=(),
        title="Đơn vị",
        description="Mã đơn vị được giao: mọi nội dung bên trong là nhiệm vụ của các đơn vị này.",
    )
    leads: tuple[Subject, ...] = Field(
        default=(), title="Chủ trì lĩnh vực", description="Các lĩnh vực đơn vị chủ trì theo mục."
    )
    deadline: Text | None = _DEADLINE
    report: Report | None = Field(
        default=None,
        title="Chế độ báo cáo",
        description="Ghi khi mục này quy định một loại báo cáo; kỳ hạn ghi ở deadline.",
    )
    targets: tuple[Target, ...] = _TARGETS
    progress: ProgressRecords = _PROGRESS
    incomplete: Text | None = _INCOMPLETE
    numbering: Numbering | None = Field(
        default=None,
        title="Cách đánh số các mục con",
        description="roman: I.; arabic: 1.; decimal: 2.1.; letter: a); dash: gạch đầu dòng; "
        "none: đoạn văn không đánh số. Bỏ trống: phần I. có khoản 1.; trong khoản là điểm a) khi "
        "điểm còn chia nhỏ, nếu không là gạch đầu dòng; trong gạch đầu dòng là dấu +.",
    )
    items: tuple["Section", ...] = Field(default=(), title="Các mục con")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        own = handler(schema)
        resolved = handler.resolve_ref_schema(own)
        fields = dict(resolved)
        resolved.clear()
        resolved["anyOf"] = [dict(ANY_TEXT), fields]
        return own


class ExtraTexts(dict[str, str]):
    """What a task has in custom columns, by their headings."""

    def __hash__(self) -> int:  # type: ignore[override]  # it is never changed after reading
        return hash(tuple(sorted(self.items())))


class _Task(Model):
    """What `Task` holds, all but `for`: a word of Python cannot name a field in a class.

    Each field says with a `TaskField` where it goes; nothing else need be told of it.
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
    ] = _NUMBER  # fmt: skip
    title: Annotated[
        Text,
        TaskField(
            kind="text", called=say("heading"), rank=100, seen=1,
            columns=r".*(?:nhiệm vụ|nội dung|tiêu chí|công việc|hoạt động|danh mục|chỉ số|đầu việc|tên việc)"
            r"|lĩnh vực tiêu chí|hạng mục|tên (?!đơn vị|cơ quan|phòng|người|cán bộ)",
        ),
    ] = Field(title="Nhiệm vụ", description="Tên nhiệm vụ, nội dung công việc, tiêu chí.")  # fmt: skip
    requirement: Annotated[
        Text | None,
        TaskField(
            kind="text", called=say("requirement"), rank=80, seen=2,
            columns=r"(?:yêu cầu|mục tiêu|chỉ tiêu|nội dung yêu cầu|mức độ|giải pháp|định mức|kết quả năm)",
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
            columns=r"(?!.*bắt đầu|sản phẩm|kết quả).*(?:thời gian|thời hạn|tiến độ|hoàn thành|kỳ hạn|lộ trình|thời điểm|kết thúc)"
            r"|hạn\b",
        ),
    ] = _DEADLINE  # fmt: skip
    lead: Annotated[
        tuple[Slug, ...],
        TaskField(
            kind="units", called=say("lead"), rank=50, seen=5,
            columns=r".*chủ trì|(?:(?:các )?(?:cơ quan|đơn vị|phòng|ban|bộ phận|tổ chức|cá nhân|công chức) ?){1,4}"
            r"(?:chuyên môn |được )?(?:phân công )?(?:thực hiện|tham mưu|được giao|đầu mối|phụ trách|triển khai)"
            r"|(?:người|cá nhân|cán bộ) (?:hoặc |và )?(?:cơ quan|đơn vị|phòng|bộ phận)|.*chịu trách nhiệm"
            r"|phân công(?: thực hiện| nhiệm vụ)?$|trách nhiệm|(?:cơ quan|đơn vị|cơ quan đơn vị)$|đầu mối",
        ),
    ] = Field(default=(), title="Chủ trì", description="Mã đơn vị hoặc nhóm chủ trì.")  # fmt: skip
    support: Annotated[
        tuple[Slug, ...],
        TaskField(
            kind="units", called=say("support"), rank=40,
            columns=r"(?!.*chủ trì).*(?:phối hợp|tham gia|theo dõi)",
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
            r"(?: thực hiện| tham mưu| phụ trách|$)",
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
    ] = _TARGETS
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
    ] = _PROGRESS
    incomplete: Annotated[
        Text | None,
        TaskField(kind="text", called=say("incomplete"), printed=False, carried=False),
    ] = _INCOMPLETE
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


TASK_FIELDS: Mapping[str, TaskField] = declared(Task)
"""Every field of a task, in the order of the model."""
PRINTED = tuple(name for name, one in TASK_FIELDS.items() if one.printed)
"""The fields that can be columns of an appendix."""


def _row_kind(value: Any) -> str:
    holds_tasks = "tasks" in value if isinstance(value, dict) else isinstance(value, Area)
    return "area" if holds_tasks else "task"


Row = Annotated[
    Annotated[Task, Tag("task")] | Annotated["Area", Tag("area")], Discriminator(_row_kind)
]


class Area(Model):
    """A heading inside an appendix table (lĩnh vực, nhóm tiêu chí) and what stands under it."""

    title: Text = Field(title="Tên lĩnh vực", description="Dòng nhóm trong bảng phụ lục.")
    number: Text | None = _NUMBER
    criterion: Text | None = Field(
        default=None,
        title="Tiêu chí",
        description="Số của lĩnh vực, tiêu chí trong criteria mà dòng này in điểm.",
    )
    subject: Subject | None = Field(
        default=None,
        title="Lĩnh vực chuẩn",
        description="Lĩnh vực cải cách hành chính mà nhóm này thuộc về, để tổng hợp báo cáo.",
    )
    tasks: tuple[Row, ...] = Field(
        title="Nhiệm vụ",
        description="Các nhiệm vụ theo thứ tự in; một mục lại có tasks là nhóm con.",
    )


if TYPE_CHECKING:
    ColumnKey = str
else:
    ColumnKey = Literal[(*PRINTED, *PRINTED_OF_CRITERIA, CUSTOM)]


class Column(Model):
    """One column of the appendix table."""

    key: ColumnKey = Field(
        title="Nội dung cột",
        description="Trường của nhiệm vụ in ở cột này; custom: cột riêng, nội dung ghi ở extra của nhiệm "
        "vụ theo tiêu đề cột.",
    )
    heading: Text = Field(title="Tiêu đề cột")
    spanner: Text | None = Field(
        default=None,
        title="Tiêu đề chung",
        description="Dòng tiêu đề trên, gộp các cột liền nhau có cùng tiêu đề chung.",
    )

    @property
    def name(self) -> str:
        """The field it prints; of a custom column the name of its heading."""
        apart = self.key == CUSTOM or self.key in PRINTED_OF_CRITERIA
        return extra_name(self.heading) if apart else self.key


class Appendix(Model):
    """A phụ lục: as a rule the table that assigns the tasks."""

    title: Text = Field(title="Tên phụ lục", description="In hoa khi in ra.")
    incomplete: Text | None = _INCOMPLETE
    columns: tuple[Column, ...] = Field(
        default=(), title="Các cột", description="Các cột của bảng, theo thứ tự in."
    )
    numbering: Literal["running", "area", "level"] = Field(
        default="running",
        title="Cách đánh số nhiệm vụ",
        description="running: 1, 2, 3... suốt bảng; area: mỗi lĩnh vực đánh lại từ 1; "
        "level: 1.1, 1.2, 2.1.1 theo nhóm.",
    )
    area_numbering: Literal["roman", "arabic"] = Field(
        default="roman", title="Cách đánh số lĩnh vực", description="roman: I, II; arabic: 1, 2."
    )
    areas: tuple[Area, ...] = Field(default=(), title="Các lĩnh vực")
    tasks: tuple[Task, ...] = Field(
        default=(), title="Nhiệm vụ", description="Dùng khi bảng không chia lĩnh vực."
    )


_OF_SECTIONS = frozenset(Section.model_fields) - frozenset(Task.model_fields)


def _withdrawn_kind(value: Any) -> str:
    if isinstance(value, dict):
        return "section" if "title" not in value or _OF_SECTIONS & value.keys() else "task"
    return "section" if isinstance(value, Section) else "task"


Withdrawn = Annotated[
    Annotated[Task, Tag("task")] | Annotated[Section, Tag("section")],
    Discriminator(_withdrawn_kind),
]
"""Work taken out of the plan, with the records it has."""


def _one_of_two(value: Any, info: ValidationInfo) -> Any:
    """Ask for a commune where no agency is named, and for no commune where one is."""
    agency = "agency" not in info.data or info.data["agency"]  # absent: it has faults of its own
    if value is None and not agency:
        raise PydanticKnownError("missing")
    if value is not None and agency:
        raise PydanticCustomError("two_agencies", "both commune and agency")
    return value


def _tasks(row: Area | Task) -> Iterator[Task]:
    if isinstance(row, Task):
        yield row
        return
    for one in row.tasks:
        yield from _tasks(one)


class Plan(Model):
    """One plan of one agency and year: the whole file."""

    cchc: Annotated[int, Field(ge=1, le=1), DIGITS] = Field(
        title="Phiên bản định dạng",
        description="Luôn ghi 1.",
    )
    kind: Kind = Field(
        title="Loại kế hoạch",
        description="; ".join(f"{key}: {kind.described}" for key, kind in KINDS.items()) + ".",
    )
    year: Annotated[int, Field(ge=2000, le=2100), DIGITS] = Field(title="Năm kế hoạch")
    status: Literal["draft", "issued"] = Field(
        default="draft", title="Trạng thái", description="draft: dự thảo; issued: đã ban hành."
    )
    before: Literal["exclusive", "inclusive"] = Field(
        default="exclusive",
        title="Cách hiểu chữ “trước”",
        description="exclusive: trước 30/11 là hết ngày 29/11; inclusive: hết ngày 30/11.",
    )
    agency: Agency | None = Field(
        default=None,
        title="Cơ quan",
        description="Cơ quan có kế hoạch, khi không phải xã, phường, đặc khu: tỉnh, thành phố, sở, phòng...",
    )
    commune: Annotated[Commune | None, BeforeValidator(_one_of_two)] = Field(
        default=None,
        validate_default=True,
        title="Xã, phường, đặc khu",
        description="Xã, phường, đặc khu có kế hoạch; cơ quan khác thì ghi agency.",
    )
    document: Document = Field(title="Văn bản", description="Thể thức của văn bản kế hoạch.")
    bases: tuple[Base, ...] = Field(
        default=(),
        title="Căn cứ",
        description="Mỗi căn cứ một dòng, viết cả chữ Căn cứ hoặc Thực hiện, không có dấu cuối; "
        "hoặc dẫn theo khóa của danh mục văn bản: {cite: nq-76-2021, word: Căn cứ}.",
    )
    opening: Text | None = Field(
        default=None, title="Lời dẫn", description="Đoạn đứng giữa căn cứ và phần I."
    )
    units: tuple[Unit, ...] = Field(
        min_length=1, title="Đơn vị", description="Mọi đơn vị được nêu tên, mỗi đơn vị một lần."
    )
    groups: tuple[Group, ...] = Field(
        default=(), title="Tên tập thể", description="Các cách gọi chung nhiều đơn vị."
    )
    targets: tuple[Target, ...] = _TARGETS
    body: tuple[Section, ...] = Field(
        min_length=1, title="Nội dung", description="Các phần I., II., III. của kế hoạch."
    )
    closing: Text | None = Field(
        default=None, title="Lời kết", description="Đoạn cuối; cchc tự thêm dấu ./."
    )
    appendices: tuple[Appendix, ...] = Field(default=(), title="Phụ lục")
    criteria: tuple[Criterion, ...] = Field(
        default=(),
        title="Tiêu chí và điểm",
        description="Bảng điểm Chỉ số cải cách hành chính: lĩnh vực, tiêu chí, tiêu chí thành phần.",
    )
    withdrawn: tuple[Withdrawn, ...] = Field(
        default=(),
        title="Đã rút",
        description="Nhiệm vụ, mục đã bỏ khỏi kế hoạch nhưng có kết quả đã ghi: giữ lại để không "
        "mất kết quả; không tính, không in.",
    )
    unplaced: tuple[Text, ...] = Field(
        default=(),
        title="Chưa xếp chỗ",
        description="Đoạn văn cchc import đọc được mà chưa biết thuộc phần nào; người soạn "
        "chuyển vào đúng chỗ rồi xóa.",
    )

    @cached_property
    def owner(self) -> Agency:
        """Return the agency whose plan it is, also where the plan names it under `commune`."""
        if self.agency is not None:
            return self.agency
        build(Agency)
        return Agency.model_validate(dict(self.commune or ()))

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Return every task of every appendix, in printed order."""
        found: list[Task] = []
        for appendix in self.appendices:
            found += (task for area in appendix.areas for task in _tasks(area))
            found += appendix.tasks
        return tuple(found)

    @property
    def owner_key(self) -> str:
        """Return the key under which the plan names its owner."""
        return "agency" if self.agency else "commune"

    @property
    def declared(self) -> tuple[Unit | Group, ...]:
        """Every unit and group, in the order of their declaration."""
        both: list[Unit | Group] = [*self.units, *self.groups]
        return tuple(both)
