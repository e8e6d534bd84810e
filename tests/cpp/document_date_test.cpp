#include <gmock/gmock.h>

#include "pullquote/extractor.h"

namespace pullquote {
namespace {

using ::testing::HasSubstr;

TEST(ParseDate, ReadsDaysOfTheCalendar) {
  EXPECT_EQ(parse_date("2019-01-25"), (Date{2019, 1, 25}));
  EXPECT_EQ(parse_date("0001-01-01"), (Date{1, 1, 1}));
  EXPECT_EQ(parse_date("9999-12-31"), (Date{9999, 12, 31}));
  EXPECT_EQ(parse_date("2020-02-29"), (Date{2020, 2, 29}));
  EXPECT_EQ(parse_date("2000-02-29"), (Date{2000, 2, 29}));
}

TEST(ParseDate, RefusesWhatIsNoDay) {
  for (const std::string_view text : {"",
                                      "2019",
                                      "2019-1-25",
                                      "2019-01-5",
                                      "2019/01/25",
                                      "25-01-2019",
                                      "2019-01-25 ",
                                      " 2019-01-25",
                                      "2019-01-25T00:00",
                                      "+019-01-25",
                                      "-001-01-25",
                                      "20190125",
                                      "2019-00-10",
                                      "2019-13-10",
                                      "2019-01-00",
                                      "2019-01-32",
                                      "2019-02-29",
                                      "1900-02-29",
                                      "2019-04-31",
                                      "0000-01-01",
                                      "2O19-01-25",
                                      "2019-01-2\xC2\xB2"}) {
    try {
      (void)parse_date(text);
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kInvalidDate) << text;
      EXPECT_THAT(error.what(), HasSubstr("YYYY-MM-DD")) << text;
    }
  }
}

TEST(ParseDate, ShowsLittleOfALongText) {
  try {
    (void)parse_date(std::string(1 << 20, '9'));
    FAIL();
  } catch (const Error& error) {
    EXPECT_LT(std::string_view(error.what()).size(), 200u);
  }
}

}  // namespace
}  // namespace pullquote
