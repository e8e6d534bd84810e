#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "entities_fixture.h"

namespace pullquote::entities {
namespace {

using testing::ElementsAre;
using testing::FloatNear;

TEST(Entities, KeepTheirOtherNames) {
  const Found found("The US won. The United States, as the U.S. calls itself, won. The US again.");
  const auto* country = found.entity("United States");
  ASSERT_NE(country, nullptr);
  EXPECT_THAT(country->aliases, ElementsAre("US", "U.S."));
}

TEST(Salience, SharesOneWholeAndFavoursTheHeadline) {
  const Found found(
      "Ana Reyes wins in Peru\n\nOn Monday, Ana Reyes met Pedro Costa in Kenya and spoke about trade for a while.\n");
  const auto shares = salience(found.tokens(), found.linked());
  float total = 0;
  std::size_t best = 0;
  for (std::size_t e = 0; e < shares.size(); ++e) {
    total += shares[e];
    if (shares[e] > shares[best]) best = e;
  }
  EXPECT_THAT(total, FloatNear(1, 1e-4F));
  EXPECT_EQ(found.linked().entities[best].name, "Ana Reyes");
}

}  // namespace
}  // namespace pullquote::entities
