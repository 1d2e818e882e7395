/**
 * What happens in a life, and the procedures it brings along, the first one first: who says "ba mất" needs the death certificate today and
 * the rest in the weeks after. Phrases as in `people.ts`.
 */
export const LIFE_EVENTS: readonly (readonly [says: string, codes: readonly string[]])[] = [
  [
    `mới sinh; vợ mới sinh; mới sinh con; sinh con; sinh em bé; đẻ con; vợ sinh; vợ đẻ; vợ mới đẻ; con mới sinh; em bé mới sinh; mới đẻ;
    trẻ sơ sinh; có con; con đầu lòng; sinh em bé xong làm giấy tờ gì; con dâu sinh; con gái mới sinh; nhà có em bé; đẻ xong ra xã làm gì`,
    ['1.001193', '2.000986', '1.000689', '1.004222'],
  ],
  [
    `cha mất; mẹ mất; ba mất; bà mất; ông mất; cha mẹ mất; ông nội mất; bà nội mất; bà ngoại mất; vợ mất; chồng mất; con mất; anh mất;
    chị mất; cụ mất; người mất; mới mất; vừa mất; cha chết; mẹ chết; ông chết; bà chết; chồng chết; vợ chết; con chết; cha mới mất làm gì;
    mẹ qua đời; cha qua đời; người nhà mất; mất hôm qua; nhà có người mất; có người thân qua đời làm thủ tục gì`,
    ['1.000656', '1.003197', '1.001731', '1.014028', '2.001406'],
  ],
  [
    `cưới; đám cưới; lấy vợ; lấy chồng; sắp cưới; kết hôn; hai đứa cưới nhau; con trai cưới vợ; con gái lấy chồng; làm lễ cưới`,
    ['1.000894', '1.004873', '1.004222'],
  ],
  [`ly hôn; li dị; vợ chồng ly dị; vợ chồng chia tay; vừa ly hôn xong`, ['1.004873', '1.010038', '1.001776']],
  [`mở quán; khởi nghiệp; muốn buôn bán; làm ăn; ra làm ăn riêng; mở cửa hàng`, ['1.001612', '1.013274']],
  [`mua đất; mua miếng đất; mua nhà; mua nhà đất; bán đất; bán miếng đất`, ['2.001035', '1.014159', '1.013978']],
  [`xây nhà; cất nhà; làm nhà; xây cất`, ['1.013225', '1.014159', '1.013274']],
  [`chuyển nhà; dọn nhà; dời nhà; chuyển chỗ ở; đổi chỗ ở; về quê ở luôn; chuyển đến ở; chuyển về`, ['1.004222', '1.004194', '1.010041']],
  [
    `mất giấy tờ; mất hết giấy tờ; cháy nhà mất giấy tờ; lụt trôi giấy tờ; làm lại giấy tờ; giấy tờ bị mất; rớt giấy tờ`,
    ['2.000635', '1.004884', '1.010041', '2.000908', '1.004746'],
  ],
  [
    `con đi học; con vào lớp một; nhập học; con vào lớp 1; hồ sơ nhập học; giấy tờ cho con đi học; xin học cho con`,
    ['2.000635', '1.010041', '2.000815', '1.001622'],
  ],
  [`xin việc; hồ sơ xin việc; đi làm công ty; đi xin việc; nộp hồ sơ công ty`, ['2.000884', '2.000815', '2.000635']],
  [
    `đi nước ngoài; đi lao động nước ngoài; xuất khẩu lao động; đi du học; du học`,
    ['2.000815', '2.000884', '1.004873', '2.000635', '2.001008'],
  ],
  [`vay ngân hàng; vay vốn; vay tiền ngân hàng; mượn tiền ngân hàng`, ['2.001035', '1.004873', '1.010041']],
  [`con nuôi; không có con; hiếm muộn`, ['2.001263', '2.001255']],
  [`người già; cha mẹ già; ông bà già yếu; tuổi già`, ['1.014027', '1.001776', '2.000286']],
  [`khuyết tật; tàn tật; người khuyết tật; bị tật; con tật nguyền; tật nguyền`, ['1.001699', '1.001776', '1.001653']],
  [`hộ nghèo; nghèo; khó khăn; nhà nghèo; hộ khó khăn`, ['1.011607', '1.011609', '1.001776']],
  [`mồ côi; trẻ mồ côi; cháu mồ côi cha mẹ; mồ côi cha; mồ côi mẹ`, ['1.001776', '1.004837', '2.000286', '2.001263']],
  [`hàng xóm; hàng xóm gây sự; xích mích hàng xóm; cãi nhau với hàng xóm`, ['1.012812', '2.002501']],
  [`bức xúc; không hài lòng cán bộ; cán bộ thái độ; cán bộ làm khó; bất công`, ['2.002501', '1.010945', '2.002409', '2.002396']],
  [`liệt sĩ; gia đình liệt sĩ; nhà có liệt sĩ`, ['1.010803', '1.010833']],
  [`thương binh; người có công; chính sách người có công`, ['1.010833', '1.010824']],
  [`tiền mai táng; đám tang được hỗ trợ không; người chết được hỗ trợ bao nhiêu`, ['1.001731', '1.014028', '2.002307', '1.010824']],
  [`chia đất; chia đất cho các con; để đất cho con`, ['2.001035', '2.001406', '2.001019']],
  [`về ở chung; về ở với con; rước mẹ về ở; ở chung với con`, ['1.004222', '1.004194']],
]
