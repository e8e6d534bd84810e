#include "small_model.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <map>
#include <string>

#include "checksum.h"
#include "entities/fingerprint.h"
#include "entities/knowledge.h"
#include "model/bytes.h"
#include "model/fingerprint.h"
#include "quotes/fingerprint.h"
#include "quotes/model.h"
#include "quotes/tagging.h"
#include "syntax/fingerprint.h"
#include "syntax/labels.h"
#include "values/currencies.h"
#include "values/places.h"

namespace pullquote {

namespace {

constexpr std::size_t kMentionLabels = 1 + 2 * kLabelNames.size();

// Steps of 0 or forbidden, and weights for a few features that no text has: the point is the layout.
constexpr std::size_t kHeader = 32, kRow = 40;  // of a model file

std::vector<std::byte> chain(std::size_t labels) {
  std::vector<float> steps((labels + 1) * (labels + 1), 0);
  steps[2] = -std::numeric_limits<float>::infinity();
  std::vector<model::Weights::Row> rows;
  for (std::uint64_t feature = 1; feature < 4; ++feature) {
    std::vector<float> weights(labels);
    weights[feature % labels] = static_cast<float>(feature);
    rows.emplace_back(feature * 0x9e3779b97f4a7c15, std::move(weights));
  }
  return model::Crf::build(labels, steps, rows);
}

}  // namespace

model::ModelWriter small_model() {
  model::ModelWriter writer;
  writer.add("lexicon", model::FlagTable::build({{"ana", features::kFemaleFirstName}, {"reyes", features::kSurname}}));
  writer.add("nicknames", model::FlagTable::build({{"bill william", 1}}));
  writer.add("countries", model::FlagTable::build({{"peru", values::pack({PlaceType::kCountry, "PE", "PER", false})}}));
  writer.add("currencies", model::FlagTable::build({{"sol", values::pack_currency("PEN") | values::kIsUnit}}));
  writer.add("clusters", features::Clusters::build({{"said", 5}, {"Ana", 6}}));
  const auto gate = model::Weights::build(entities::kGateLabels, {{1, {1.0F, -1.0F}}, {2, {-0.5F, 0.5F}}});
  writer.add("mentions", entities::MentionModel::build(gate, chain(kMentionLabels), chain(kMentionLabels), {1, 0}));
  const auto row = model::RowTable::build({{1, {1.0F, -1.0F}}, {2, {0.5F}}});
  writer.add(std::string(syntax::Syntax::kSection),
             syntax::Syntax::build(row, model::PairTable::build({{1, {1.0F, -1.0F}}}), row));
  const auto& features = quotes::fingerprints();
  writer.add(std::string(quotes::kPartsSection), model::with_fingerprint(features.parts, chain(quotes::kParts)));
  writer.add(std::string(quotes::kLinksSection), model::with_fingerprint(features.links, chain(quotes::kRoles)));
  const auto verdicts = model::Weights::build(quotes::kVerdicts, {{1, {1.0F, -1.0F}}, {2, {-0.5F, 0.5F}}});
  writer.add(std::string(quotes::kAcceptanceSection), model::with_fingerprint(features.acceptance, verdicts));
  return writer;
}

void forge_checksums(std::span<std::byte> file) {
  const auto true_header = model::ModelWriter().bytes();
  if (file.size() < kHeader) return;
  std::memcpy(file.data(), true_header.data(), 12);
  model::store<std::uint64_t>(file, 16, file.size());
  const std::size_t count = model::load<std::uint32_t>(file, 12);
  if (count > (file.size() - kHeader) / kRow) return;
  for (std::size_t row = kHeader; row < kHeader + count * kRow; row += kRow) {
    const auto offset = model::load<std::uint64_t>(file, row + 16), size = model::load<std::uint64_t>(file, row + 24);
    if (offset > file.size() || size > file.size() - offset) continue;
    model::store<std::uint64_t>(file, row + 32, model::checksum(file.subspan(offset, size)));
  }
  model::store<std::uint64_t>(file, 24, model::checksum(file.subspan(kHeader, count * kRow)));
}

void forge_fingerprints(std::span<std::byte> file) {
  const std::map<std::string, std::uint64_t> own = {{"mentions", entities::fingerprint()},
                                                    {"syntax", syntax::fingerprint()},
                                                    {"quote-parts", quotes::fingerprints().parts},
                                                    {"quote-links", quotes::fingerprints().links},
                                                    {"quote-accept", quotes::fingerprints().acceptance}};
  for (auto row = kHeader; row + kRow <= file.size(); row += kRow) {
    const auto* const name = reinterpret_cast<const char*>(file.data() + row);
    const auto found = own.find(std::string(name, std::find(name, name + 16, '\0')));
    const auto offset = model::load<std::uint64_t>(file, row + 16);
    if (found == own.end() || file.size() < 16 || offset > file.size() - 16) continue;
    model::store<std::uint64_t>(file, static_cast<std::size_t>(offset) + 8, found->second);
  }
}

}  // namespace pullquote
