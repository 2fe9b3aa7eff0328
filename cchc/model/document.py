"""The plan as a paper: number, title, signer, recipients, and the bases it rests on."""

# Annotations are not put off (no `from __future__ import annotations`): pydantic needs every one of
# them at import, and reading them from text costs every command milliseconds.

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from cchc.model.base import Model, Slug, Text
from cchc.model.dates import PartialDate

PAPER_NUMBER = r"^[0-9]{1,5}[a-zđ]?$"
AUTHORITY = r"^(TM|KT|TL|TUQ)\. "

PaperNumber = Annotated[str, StringConstraints(pattern=PAPER_NUMBER)]


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

    @property
    def signed(self) -> "Document | Decision":
        """The paper that is numbered, dated and signed: the decision, or the plan itself."""
        return self.decision or self

    @property
    def issue_date(self) -> PartialDate | None:
        """The date of the plan itself, or else that of the decision."""
        return self.date or (self.decision.date if self.decision else None)


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
