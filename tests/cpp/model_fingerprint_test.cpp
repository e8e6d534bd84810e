#include <gmock/gmock.h>

#include <array>
#include <string>

#include "model/fingerprint.h"
#include "pullquote/error.h"

namespace pullquote::model {
namespace {

using ::testing::HasSubstr;
using Features = std::vector<std::uint64_t>;

std::uint64_t of(const std::vector<Features>& decisions) {
  Fingerprint print;
  for (const auto& features : decisions) print.add(features);
  return print.value();
}

TEST(Fingerprint, HangsOnEveryFeatureAndEveryDecision) {
  const auto own = of({{1, 2, 3}, {4}});
  for (const auto& other : std::vector<std::vector<Features>>{{{1, 2, 3}, {5}},
                                                              {{1, 2}, {4}},
                                                              {{1, 2, 3, 3}, {4}},
                                                              {{1, 2, 4}, {4}},
                                                              {{1, 2, 3}},
                                                              {{1, 2, 3, 4}},
                                                              {{1, 2, 3}, {4}, {}},
                                                              {{4}, {1, 2, 3}}}) {
    EXPECT_NE(of(other), own) << ::testing::PrintToString(other);
  }
}

TEST(Fingerprint, DoesNotHangOnTheOrderWithinADecision) { EXPECT_EQ(of({{1, 2, 3}, {4}}), of({{3, 1, 2}, {4}})); }

std::vector<std::byte> bytes_of(std::string_view text) {
  std::vector<std::byte> bytes;
  for (const char c : text) bytes.push_back(static_cast<std::byte>(c));
  return bytes;
}

TEST(LearnedSection, GivesWhatWasLearnedToTheFeaturesItWasLearnedWith) {
  const auto learned = bytes_of("weights");
  const auto section = with_fingerprint(7, learned);
  const auto back = learned_with(7, section, "mentions");
  EXPECT_EQ(std::vector(back.begin(), back.end()), learned);
  EXPECT_EQ((back.data() - section.data()) % 64, 0);
  EXPECT_EQ(without_fingerprint(section).data(), back.data());
  EXPECT_EQ(without_fingerprint(learned).data(), learned.data());
}

TEST(LearnedSection, NamesTheSectionThatOtherFeaturesWereMeantFor) {
  try {
    (void)learned_with(8, with_fingerprint(0x1234, {}), "quote-links");
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kModelVersion);
    EXPECT_EQ(error.where(), "quote-links");
    EXPECT_THAT(error.problem(), HasSubstr("other features (fingerprint 0000000000001234)"));
    EXPECT_THAT(error.problem(), HasSubstr("(0000000000000008)"));
    EXPECT_THAT(error.hint(), HasSubstr("train"));
  }
}

TEST(LearnedSection, MustSayWithWhichFeatures) {
  auto section = with_fingerprint(8, bytes_of("weights"));
  section.resize(63);
  for (const auto& bytes : {section, bytes_of("features"), bytes_of(std::string(80, 'x')), bytes_of("")}) {
    try {
      (void)learned_with(8, bytes, "syntax");
      FAIL() << "accepted";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kModelCorrupt);
      EXPECT_EQ(error.where(), "syntax");
    }
  }
}

}  // namespace
}  // namespace pullquote::model
