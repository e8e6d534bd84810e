#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "model/crf.h"
#include "quotes/reading.h"
#include "quotes/tagging.h"

namespace pullquote::quotes {

/// Which reading of its cue a candidate is.
enum Variant : std::uint8_t {
  kLikeliest,
  kAsCue,        ///< with source and content made so much likelier that it is a cue at all
  kWithSource,   ///< with sources made so much likelier that there is one
  kMoreContent,  ///< with contents made likelier
  kLessContent,
  kMoreSource,
  kGreedy,          ///< with every quotation that may be its content, contested ones too
  kBridging,        ///< with the quotations that its content stops at
  kAsSureCue,       ///< with source and content made much likelier
  kCut,             ///< without what follows a comma inside marks
  kExtended,        ///< with what follows the marks in its clause
  kMarks,           ///< only what stands in marks
  kUpToMarks,       ///< without what follows the last marks
  kFromMarks,       ///< without what precedes the preposition or "that" before the first marks
  kUpToClause,      ///< up to the first clause that has a cue of its own
  kUpToLastClause,  ///< up to the last one
  kFromClause,      ///< from behind the last one before the cue
};
inline constexpr std::size_t kVariants = 17;

/// One cue with its source and content: the tokens of each part, ascending.
struct Candidate {
  std::uint32_t anchor = 0;  // the token that was taken for the cue's main word
  std::vector<std::uint32_t> source;
  std::vector<std::uint32_t> cue;
  std::vector<std::uint32_t> content;
  float link = 0;              // probability that the anchor is a cue of something
  float source_certainty = 0;  // mean probabilities of what the parts' tokens were taken for
  float content_certainty = 0;
  float claim = 0;    // probability of the quotation in the content that is least sure; 1 without any
  float contest = 0;  // that of the surest rival for a quotation in the content
  Variant variant = kLikeliest;
  float confidence = 0;
};

/// What the first tagger thinks of every token. Linear in the tokens.
[[nodiscard]] std::vector<Opinion> read_parts(const Reading& reading, const model::Crf& parts);

/// The main words of possible cues, ascending: of each run of tokens that may be a cue, the likeliest.
[[nodiscard]] std::vector<std::uint32_t> candidate_cues(const Reading& reading, std::span<const Opinion> opinions);

/// The best attribution of each cue, where a quotation belongs to one cue at most: the one that claims it most surely.
[[nodiscard]] std::vector<Candidate> link(const Reading& reading, std::span<const Opinion> opinions,
                                          std::span<const std::uint32_t> cues, const model::Crf& links);

/// Appends what speaks for and against attribution `index` of the answers that `link` gave.
void acceptance_features(const Reading& reading, std::span<const Opinion> opinions,
                         std::span<const Candidate> attributions, std::size_t index, Features& out);

/// Sets the confidence of each from the acceptance model.
void judge(const Reading& reading, std::span<const Opinion> opinions, const model::Weights& acceptance,
           std::vector<Candidate>& attributions);

/// Keeps those at least so confident, surest first, none of which shares content with a surer one. A reading gives way
/// to one that leaves room for another attribution where both together are worth more.
[[nodiscard]] std::vector<Candidate> select(std::vector<Candidate> attributions, float least);

}  // namespace pullquote::quotes
