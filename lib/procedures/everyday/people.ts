/**
 * What people of a commune say when they want a procedure about a person, a family or a home: by the procedure's code, phrases separated
 * by semicolons, written with accents (the finder compares without them too). Not the official words: those the finder reads itself.
 */
export const PEOPLE: Readonly<Record<string, string>> = {
  // Hộ tịch
  '1.001193': `làm giấy khai sinh; giấy khai sinh; khai sinh cho con; khai sinh cho bé; làm khai sinh cho trẻ;
    đăng ký khai sinh cho em bé; đặt tên con; đặt tên cho bé; lấy họ mẹ; con theo họ mẹ; giấy chứng sinh; có giấy chứng sinh rồi;
    khai sinh trễ hạn; khai sinh muộn; khai sinh quá hạn; con lớn chưa làm khai sinh; con chưa có giấy khai sinh; chưa có khai sinh;
    mẹ đơn thân làm khai sinh cho con; khai sinh không có cha; khai sinh không có tên bố; khai sinh cho cháu; sinh con tại nhà; đẻ ở nhà;
    đẻ rơi; trẻ bị bỏ rơi; con sinh ra chưa đăng ký kết hôn; khai báo sinh con; sinh đôi; đăng ký ngày sinh cho con; quên làm khai sinh;
    bị phạt khai sinh; con mấy tháng chưa khai; mấy tháng tuổi chưa đi khai sinh; chưa đi khai sinh cho con; con mang họ ngoại;
    cho con mang họ ngoại`,
  '1.000894': `làm giấy kết hôn; giấy kết hôn; giấy đăng ký kết hôn; lấy vợ; lấy chồng; cưới vợ; cưới chồng; làm đám cưới; sắp cưới;
    giấy hôn thú; hôn thú; làm hôn thú; lập gia đình; vợ chồng làm giấy; cưới rồi chưa đăng ký; vợ chồng sống chung chưa đăng ký;
    sống với nhau như vợ chồng; đăng ký vợ chồng; giấy vợ chồng; nên vợ nên chồng; cưới hỏi; tổ chức cưới; đủ tuổi kết hôn; tái hôn;
    kết hôn lần hai; lấy nhau; thành vợ chồng; đăng ký cưới; giá thú; bao nhiêu tuổi được lấy vợ`,
  '1.000656': `giấy báo tử; giấy chứng tử; chứng tử; báo tử; làm giấy chứng tử; làm khai tử; khai tử cho người chết; người chết; báo chết;
    có người chết; nhà có người chết; qua đời; tử vong; từ trần; nhà có tang; đám tang; đám ma; nhà có đám; cụ mất; người nhà mất;
    người thân mất; ông bà mất; chết ở bệnh viện; chết ở nhà; chết đuối; chết tai nạn; chết lâu rồi chưa khai tử; khai tử muộn;
    xin giấy chết; tắt thở; quy tiên; khuất núi; giấy xác nhận đã chết; xác nhận người đã mất`,
  '1.004873': `độc thân; giấy độc thân; xác nhận độc thân; chứng nhận độc thân; giấy xác nhận độc thân; chưa vợ; chưa chồng; chưa có vợ;
    chưa có chồng; chưa kết hôn; chưa lập gia đình; chưa từng kết hôn; còn độc thân; đã ly hôn; ly dị; ly hôn rồi; bỏ vợ; bỏ chồng;
    vợ chết chồng chết muốn kết hôn lại; xác nhận hôn nhân; giấy hôn nhân; xác nhận tình trạng hôn nhân để mua đất;
    xác nhận để vay ngân hàng; xác nhận để kết hôn; xác nhận độc thân để bán đất; giấy chưa có gia đình; giấy tình trạng;
    xác nhận không có vợ; giấy xác nhận chưa đăng ký kết hôn với ai; đi nước ngoài lấy chồng cần giấy xác nhận;
    chồng chết muốn đi bước nữa; đi bước nữa`,
  '1.001022': `nhận con; nhận cha; nhận mẹ; nhận con ruột; nhận cha cho con; nhận lại con; nhận con ngoài giá thú; con riêng; con rơi;
    nhận cha con; giám định adn; thử adn; xét nghiệm adn; thêm tên cha vào khai sinh; con chưa có tên cha; bổ sung tên cha;
    khai sinh không có tên cha giờ nhận con; nhìn con; nhận bố; xác nhận cha con; xác nhận quan hệ cha con; xác nhận mẹ con;
    chứng minh cha con; tìm lại con ruột; đăng ký cha con; nhận đứa bé là con mình; muốn nhận đứa con`,
  '1.000689': `khai sinh và nhận con; khai sinh kèm nhận cha; khai sinh có tên cha khi chưa kết hôn; khai sinh con ngoài giá thú;
    khai sinh cho con chưa đăng ký kết hôn có tên bố; chưa cưới đã có con; chưa đăng ký kết hôn mà sinh con; con ngoài giá thú;
    làm khai sinh cho con lấy họ cha khi chưa cưới; có con trước khi cưới; vừa khai sinh vừa nhận cha con; có bầu trước khi cưới;
    khai sinh cho con mang họ bố chưa cưới`,
  '1.004837': `giám hộ; làm giám hộ; người giám hộ; giám hộ cho cháu; cháu mồ côi; nuôi cháu mồ côi; ông bà nuôi cháu;
    giám hộ cho trẻ mồ côi; cha mẹ chết ai nuôi con; đại diện cho trẻ; giám hộ người tâm thần; giám hộ người mất năng lực hành vi;
    trông nom cháu; cha mẹ đi tù giao con cho ông bà; giấy giám hộ; cử người giám hộ; người bệnh không tự lo được;
    đứng tên thay cho cháu nhỏ; chăm sóc cháu thay cha mẹ; giám hộ đi làm xa; cha mẹ đi tù bà nuôi cháu; đứng ra nuôi cháu mồ côi;
    cha mẹ cháu mất người khác đứng ra nuôi`,
  '1.004845': `thôi giám hộ; hết giám hộ; bỏ giám hộ; không giám hộ nữa; hủy giám hộ; kết thúc giám hộ; cháu đủ 18 tuổi hết giám hộ;
    xin thôi làm người giám hộ; ngừng giám hộ; đổi người giám hộ; thay người giám hộ; xóa giám hộ`,
  '1.004859': `sai tên; đổi tên; sửa tên; đổi họ; sửa họ; sai ngày sinh; sửa ngày sinh; sửa ngày tháng năm sinh; sai năm sinh;
    sửa năm sinh; sửa tuổi; hạ tuổi; tăng tuổi; sai khai sinh; sửa khai sinh; khai sinh bị sai; khai sinh ghi sai; sửa giấy khai sinh;
    sai chữ lót; sửa chữ đệm; sai tên đệm; sai tên cha mẹ; sửa tên cha trong khai sinh; sai quê quán; sửa quê quán; sai nơi sinh;
    sai giới tính; đổi giới tính; đổi dân tộc; sửa dân tộc; xác định lại dân tộc; dân tộc theo mẹ; thêm tên cha; thêm chữ lót;
    bổ sung ngày sinh; bổ sung quê quán; cải chính hộ tịch; cải chính khai sinh; cải chính ngày tháng năm sinh;
    khai sinh không khớp căn cước; tên trên căn cước khác khai sinh; tên xấu muốn đổi; đổi tên cho con; đổi họ cho con; đổi sang họ mẹ;
    đổi sang họ cha dượng; sai giấy kết hôn; sửa giấy kết hôn; sai giấy chứng tử; giấy tờ không khớp nhau; lệch tên; lệch năm sinh;
    lệch ngày sinh; viết nhầm tên; nhầm ngày sinh; điều chỉnh khai sinh; chỉnh sửa thông tin khai sinh; chỉnh tên; sai thông tin cha mẹ;
    sai chính tả trong khai sinh; khai sinh sai một chữ`,
  '1.004884': `làm lại khai sinh; làm lại giấy khai sinh; cấp lại khai sinh; xin cấp lại giấy khai sinh; mất bản chính khai sinh;
    mất khai sinh gốc; mất giấy khai sinh bản chính; mất sổ gốc khai sinh; xã không còn sổ khai sinh; sổ khai sinh bị cháy;
    khai sinh cũ bị mất hết; đăng ký lại giấy khai sinh; khai sinh bị mất sổ không còn lưu; khai sinh thời cũ; khai sinh trước 1975;
    khai sinh bản gốc bị cháy; làm lại bản chính giấy khai sinh`,
  '1.004772': `lớn tuổi chưa có khai sinh; người già chưa có giấy khai sinh; có căn cước mà chưa có khai sinh; chưa từng làm khai sinh;
    người lớn làm khai sinh; làm khai sinh cho người lớn; khai sinh cho người lớn tuổi; khai sinh cho mẹ già; khai sinh cho bản thân;
    hồi xưa không làm khai sinh; có hộ khẩu nhưng không có khai sinh; cán bộ công chức chưa có khai sinh; đi làm rồi chưa có khai sinh;
    60 tuổi chưa có giấy khai sinh; không có khai sinh từ nhỏ; xưa giờ không có khai sinh`,
  '1.004746': `làm lại giấy kết hôn; làm lại hôn thú; mất giấy kết hôn; mất hôn thú; mất giấy đăng ký kết hôn; cấp lại giấy kết hôn;
    cấp lại giấy đăng ký kết hôn; xin cấp lại hôn thú; giấy kết hôn bị rách; giấy kết hôn bị mất bản chính; đăng ký kết hôn lại;
    xã không còn sổ kết hôn; kết hôn trước 1975 mất giấy; kết hôn lâu rồi mất giấy`,
  '1.005461': `làm lại giấy chứng tử; làm lại khai tử; mất giấy chứng tử; mất giấy báo tử; cấp lại giấy chứng tử; cấp lại khai tử;
    khai tử rồi mà mất sổ; khai tử lại; sổ khai tử bị mất; chứng tử bị mất bản chính; xin lại giấy chứng tử của ông bà`,
  '2.000635': `trích lục; trích lục khai sinh; trích lục kết hôn; trích lục khai tử; trích lục hộ tịch; trích lục giấy khai sinh;
    sao khai sinh; sao lục khai sinh; bản sao khai sinh; bản sao giấy khai sinh; xin bản sao khai sinh; mất giấy khai sinh; mất khai sinh;
    khai sinh bị mất; giấy khai sinh bị rách; khai sinh bị hư; giấy khai sinh mờ hết chữ; lấy lại khai sinh; xin lại giấy khai sinh;
    xin thêm bản khai sinh; bản sao giấy kết hôn; bản sao chứng tử; bản sao khai tử; sao giấy kết hôn; sao lục kết hôn;
    xin khai sinh bản sao; khai sinh nộp trường; con đi học cần khai sinh; nhập học cần bản sao khai sinh; xin lại bản sao giấy chứng tử;
    cấp bản sao hộ tịch; mất giấy kết hôn xin bản sao; trích lục bản sao; trích lục cải chính hộ tịch; trích lục nhận cha con;
    trích lục chứng tử; trích lục khai tử để làm thừa kế`,
  '2.002516': `xác nhận hộ tịch; giấy xác nhận hộ tịch; xác nhận đã đăng ký khai sinh; xác nhận đã đăng ký kết hôn;
    xác nhận có đăng ký khai sinh tại xã; xác nhận sổ hộ tịch; xác nhận thông tin khai sinh; xác nhận thông tin kết hôn;
    xác nhận thông tin khai tử; kiểm tra thông tin hộ tịch; tra cứu hộ tịch; xác minh hộ tịch; giấy xác nhận ngày sinh;
    có tên trong sổ hộ tịch không; xem trong sổ hộ tịch`,
  '2.000528': `khai sinh con lai; con lai; khai sinh cho con có cha người nước ngoài; khai sinh cho con có mẹ người nước ngoài;
    con có bố nước ngoài làm khai sinh; chồng nước ngoài làm khai sinh cho con; vợ nước ngoài làm khai sinh cho con;
    con sinh ở nước ngoài về làm khai sinh; trẻ sinh ở nước ngoài; con quốc tịch nước ngoài; khai sinh quốc tịch; con việt kiều;
    sinh con bên nước ngoài đem về khai sinh; cháu sinh ở nước ngoài; con của dâu nước ngoài`,
  '2.000806': `lấy chồng nước ngoài; lấy vợ nước ngoài; cưới chồng nước ngoài; cưới vợ nước ngoài; cưới người nước ngoài;
    kết hôn với người nước ngoài; lấy tây; lấy việt kiều; cưới việt kiều; kết hôn với việt kiều; lấy chồng tây; vợ là người nước ngoài;
    chồng là người nước ngoài; đăng ký kết hôn với người nước ngoài; chồng ngoại quốc; kết hôn với người ngoại quốc; bạn trai nước ngoài;
    bạn gái nước ngoài; lấy chồng bên nước ngoài`,
  '2.002189': `kết hôn ở nước ngoài; cưới ở nước ngoài về việt nam; đã kết hôn bên nước ngoài; ghi chú kết hôn; ghi chú hôn nhân;
    cưới bên nước ngoài rồi; giấy kết hôn nước ngoài; giấy kết hôn do nước ngoài cấp; đăng ký kết hôn ở nước ngoài về ghi sổ;
    công nhận kết hôn ở nước ngoài; hợp thức hóa kết hôn ở nước ngoài; vào sổ kết hôn nước ngoài; làm đám cưới ở nước ngoài về nước;
    lấy chồng nước ngoài bên đó rồi về đăng ký; cưới bên đó rồi về việt nam đăng ký lại`,
  '2.000986': `khai sinh nhập khẩu bảo hiểm; khai sinh kèm bảo hiểm; khai sinh và bảo hiểm y tế; thẻ bảo hiểm y tế cho trẻ;
    thẻ bảo hiểm cho con; làm bảo hiểm cho con mới sinh; bảo hiểm y tế trẻ em; bảo hiểm trẻ sơ sinh; khai sinh liên thông;
    khai sinh 3 trong 1; ba trong một; khai sinh một lần; nhập khẩu cho con mới sinh; nhập hộ khẩu cho con mới sinh;
    nhập hộ khẩu cho trẻ sơ sinh; khai sinh nhập hộ khẩu; làm giấy tờ cho con mới sinh; giấy tờ cho trẻ sơ sinh; thẻ khám bệnh cho con;
    bảo hiểm cho bé; bảo hiểm dưới 6 tuổi; khám bệnh miễn phí cho trẻ`,
  // Nuôi con nuôi
  '2.001263': `xin con nuôi; nhận con nuôi; nhận nuôi; nhận nuôi trẻ; nuôi con nuôi; làm giấy con nuôi; giấy con nuôi; thủ tục con nuôi;
    nhận cháu làm con nuôi; nhận con riêng của vợ làm con nuôi; cha dượng nhận con; nhận con của chồng; nhận trẻ mồ côi về nuôi;
    nhặt được trẻ bỏ rơi muốn nuôi; xin trẻ về nuôi; hiếm muộn xin con; cho con làm con nuôi; không có con xin con nuôi; cha mẹ nuôi;
    xin con ở cô nhi viện; xin con ở trại mồ côi về nuôi; cháu ruột làm con nuôi; nhận cháu ruột làm con nuôi`,
  '2.001255': `làm lại giấy con nuôi; mất giấy con nuôi; mất giấy nhận con nuôi; cấp lại giấy con nuôi; đăng ký con nuôi lại;
    giấy nuôi con nuôi bị mất; giấy chứng nhận nuôi con nuôi bị mất; xin lại giấy nhận con nuôi`,
  // Cư trú
  '1.004222': `nhập khẩu; nhập hộ khẩu; hộ khẩu; làm hộ khẩu; sổ hộ khẩu; chuyển khẩu; chuyển hộ khẩu; nhập khẩu cho vợ;
    nhập khẩu cho chồng; nhập khẩu cho con; nhập khẩu về nhà chồng; chuyển hộ khẩu về nhà vợ; nhập khẩu theo chồng; đổi hộ khẩu;
    chuyển nhà; chuyển chỗ ở; dời nhà; dọn về ở; chuyển về quê ở; chuyển nơi ở; mua nhà mới nhập khẩu; thường trú; đổi địa chỉ thường trú;
    nhập khẩu vào nhà thuê; về xã khác ở; chuyển đến ở hẳn; thêm người vào hộ khẩu; thêm tên vào sổ hộ khẩu; đăng ký hộ khẩu; ct01;
    chuyển hộ khẩu từ tỉnh khác về; chuyển hộ khẩu từ nơi khác đến`,
  '1.004194': `tạm trú; làm tạm trú; giấy tạm trú; sổ tạm trú; ở trọ; thuê trọ; ở thuê; phòng trọ; nhà trọ; đi thuê nhà ở;
    chủ trọ khai báo; chủ nhà trọ đăng ký cho người thuê; công nhân ở trọ; sinh viên ở trọ; tạm trú cho công nhân; tạm trú cho sinh viên;
    kt3; người nơi khác đến ở; ở nhờ nhà người quen; khai báo tạm trú; báo tạm trú; ở tạm; từ tỉnh khác đến làm; khách ở lâu ngày`,
  '1.002755': `tạm trú hết hạn; hết hạn tạm trú; gia hạn sổ tạm trú; gia hạn giấy tạm trú; tạm trú sắp hết hạn; tạm trú thêm; ở trọ tiếp;
    kéo dài tạm trú; làm lại tạm trú hết hạn; thuê trọ thêm năm nữa; tiếp tục tạm trú; đổi tạm trú; gia hạn kt3`,
  '1.010038': `tách khẩu; tách hộ khẩu; tách sổ; tách sổ hộ khẩu; ra ở riêng; tách hộ ra riêng; cưới vợ ra riêng; ăn riêng;
    tách khẩu cho con; tách khỏi hộ cha mẹ; tách hộ cùng nhà; làm chủ hộ riêng; vợ chồng ly hôn tách khẩu; làm hộ khẩu riêng; lập hộ mới;
    ở chung nhà muốn tách hộ`,
  '1.003197': `cắt khẩu; cắt hộ khẩu; xóa khẩu; xóa hộ khẩu; xóa tên khỏi hộ khẩu; bỏ tên trong hộ khẩu; người chết xóa hộ khẩu;
    xóa tên người chết trong hộ khẩu; xóa thường trú; ra nước ngoài ở xóa hộ khẩu; gạch tên hộ khẩu; bỏ hộ khẩu; hủy hộ khẩu;
    xóa khẩu người mất; định cư nước ngoài; đi nước ngoài luôn; bán nhà còn người trong hộ khẩu`,
  '1.010041': `xác nhận cư trú; ct07; giấy cư trú; giấy xác nhận cư trú; xác nhận thường trú; xác nhận tạm trú; xác nhận nơi ở;
    xác nhận nhân khẩu; xác nhận hộ khẩu; xác nhận địa chỉ; giấy xác nhận nhân khẩu; giấy tờ thay sổ hộ khẩu; thay hộ khẩu giấy;
    bị thu sổ hộ khẩu cần xác nhận; xác nhận chỗ ở cho con đi học; xác nhận hộ gia đình; xác nhận thành viên trong hộ;
    xác nhận đang ở địa phương; xác nhận sinh sống tại xã; mất sổ hộ khẩu; giấy xác nhận số nhân khẩu trong nhà; chứng minh nơi ở;
    xác nhận sổ hộ khẩu cũ`,
  '1.013314': `xác nhận diện tích nhà; xác nhận diện tích ở; xác nhận diện tích nhà trọ; xác nhận nhà không tranh chấp;
    xác nhận chỗ ở hợp pháp; chỗ ở hợp pháp để nhập khẩu; nhà không có sổ đỏ muốn nhập khẩu; nhà chưa có giấy tờ nhập hộ khẩu;
    xác nhận đất không tranh chấp; xác nhận đất ở không tranh chấp; đủ diện tích nhập khẩu; diện tích bình quân; mấy mét vuông một người;
    xác nhận nhà ở để nhập hộ khẩu; nhà giấy tay nhập khẩu; cho ở nhờ nhập khẩu xác nhận diện tích`,
}
