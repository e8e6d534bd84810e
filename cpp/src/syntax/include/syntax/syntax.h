#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "features/clusters.h"
#include "features/words.h"
#include "model/feature_table.h"
#include "model/model_file.h"
#include "syntax/labels.h"
#include "tokens/tokens.h"

// Parts of speech and dependency trees. A greedy tagger reads each sentence from left to right, a greedy transition
// parser builds its tree; both are linear models over hashed features, learned from a treebank. The cost is linear in
// the text: a sentence longer than kLongestSentence is parsed in pieces of that size.

namespace pullquote::syntax {

/// Tokens that are parsed together at most. Few sentences are longer, and those are lists.
inline constexpr std::uint32_t kLongestSentence = 200;

/// Head of a token that depends on nothing.
inline constexpr std::uint32_t kRoot = 0xFFFFFFFF;

/// A tree for each sentence (or piece of a long one): one token has the head kRoot and the relation of that name, every
/// other token hangs from a token of the same sentence. Indices of tokens in the text throughout.
struct Parse {
  std::vector<Tag> tags;
  std::vector<std::uint32_t> heads;
  std::vector<Relation> relations;

  [[nodiscard]] std::size_t size() const { return tags.size(); }
};

/// The models, used in place from the bytes of a model file, which must outlive them. Immutable.
class Syntax {
 public:
  Syntax() = default;
  /// Reads the bytes that `build` made. Throws Error(kModelCorrupt, kModelVersion), naming `name`.
  Syntax(std::span<const std::byte> section, features::Clusters clusters, std::string_view name = kSection);
  /// The sections "syntax" and "clusters" of a model file.
  explicit Syntax(const model::ModelFile& file)
      : Syntax(file.section(kSection), features::Clusters(file.section("clusters"))) {}

  /// The bytes of a section from those of its three models.
  [[nodiscard]] static std::vector<std::byte> build(std::span<const std::byte> tagger,
                                                    std::span<const std::byte> actions,
                                                    std::span<const std::byte> relations);
  static constexpr std::string_view kSection = "syntax";

  [[nodiscard]] Parse parse(const tokens::TokenizedText& text, const features::Words& words) const;
  /// The tags alone, at a third of the cost.
  [[nodiscard]] std::vector<Tag> tag(const tokens::TokenizedText& text, const features::Words& words) const;

 private:
  features::Clusters clusters_;
  model::RowTable tagger_;
  model::PairTable actions_;
  model::RowTable relations_;
};

}  // namespace pullquote::syntax
